import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { features } from '../../src/features/index.js';
import { createRegistry } from '../../src/platform/runtime/registry.js';
import { fillManifest, manifestFaults } from '../../scripts/manifest/fill.js';

const template = readFileSync('manifest/manifest.json', 'utf8');
const env = {
  APP_VERSION: '1.2.3',
  BOT_ID: 'b07b07b0-0000-4000-8000-000000000001',
  DEVELOPER_NAME: 'Meldpunt "Voorbeeld"',
  WEBSITE_URL: 'https://example.org',
  PRIVACY_URL: 'https://example.org/privacy',
  TERMS_URL: 'https://example.org/terms',
};

/** Width and height of a PNG, from its header. */
const sizeOf = (file: string): number[] => {
  const bytes = readFileSync(file);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
};

describe('the Teams app package', () => {
  it('has a command for each search of the message extension, and a search for each command', () => {
    const manifest = JSON.parse(template) as { composeExtensions: { commands: { id: string }[] }[] };
    const commands = manifest.composeExtensions.flatMap((extension) => extension.commands.map(({ id }) => id));
    expect(commands.sort()).toEqual(
      createRegistry(features)
        .searches.map(({ slug }) => slug)
        .sort(),
    );
  });

  it('is valid by the published schema, for personal, team and group chat', () => {
    const manifest = fillManifest(template, env) as { bots: { scopes: string[] }[]; developer: { name: string } };
    expect(manifestFaults(manifest)).toEqual([]);
    expect(manifest.bots[0]!.scopes).toEqual(['personal', 'team', 'groupChat']);
    expect(manifest.developer.name).toBe('Meldpunt "Voorbeeld"');
    expect(JSON.stringify(manifest)).not.toContain('${{');
  });

  it('a fault is found', () => {
    const manifest = { ...(fillManifest(template, env) as object), accentColor: 'purple' };
    expect(manifestFaults(manifest)).toEqual([expect.stringContaining('/accentColor')]);
  });

  it('says everything that is missing or wrong at once', () => {
    const wrong = () => fillManifest(template, { APP_VERSION: '1', WEBSITE_URL: 'http://example.org' });
    for (const name of ['APP_VERSION', 'BOT_ID', 'DEVELOPER_NAME', 'WEBSITE_URL', 'PRIVACY_URL', 'TERMS_URL'])
      expect(wrong).toThrow(name);
  });

  it('leads to the bot’s own pages where no others are named', () => {
    const { PRIVACY_URL: _, ...rest } = env;
    const own = { ...rest, PUBLIC_URL: 'https://bot.example.org', TERMS_URL: '' };
    expect(fillManifest(template, own)).toMatchObject({
      developer: {
        websiteUrl: 'https://example.org',
        privacyUrl: 'https://bot.example.org/privacy',
        termsOfUseUrl: 'https://bot.example.org/voorwaarden',
      },
    });
  });

  it('has icons of the sizes that Teams asks', () => {
    expect([sizeOf('manifest/color.png'), sizeOf('manifest/outline.png')]).toEqual([
      [192, 192],
      [32, 32],
    ]);
  });
});
