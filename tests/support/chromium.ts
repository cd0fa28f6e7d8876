import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { atEndOfProcess } from './at-end-of-file.js';

/**
 * The browser comes from the npm registry, with the libraries and the font it needs, so that `npm ci` is all a bare
 * Linux machine has to do. Its own argument list is made for AWS Lambda (one process for all pages): these are ours.
 */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-setuid-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--metrics-recording-only',
  '--mute-audio',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--lang=nl-BE',
];

const CACHE = resolve('node_modules/.cache/chromium');

/**
 * The packaged font first, so that pictures look alike on every machine; the machine's own for what it lacks, without
 * the two of DejaVu that lie: the hollow circle ○ of the mathematical one is drawn filled, the extra light one is a ghost.
 */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${CACHE}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${CACHE}/fonts-cache</cachedir>
  ${['sans-serif', 'Segoe UI', 'system-ui', 'Arial', 'Helvetica']
    .map((name) => `<alias binding="same"><family>${name}</family><prefer><family>Open Sans</family></prefer></alias>`)
    .join('\n  ')}
  <selectfont>
    <rejectfont><glob>*/DejaVuMathTeXGyre*</glob></rejectfont>
    <rejectfont><glob>*/DejaVuSans-ExtraLight*</glob></rejectfont>
  </selectfont>
</fontconfig>
`;

/** Starts a headless Chromium; the caller closes it. `CHROMIUM_PATH` names another browser than the packaged one. */
export async function launchChromium(): Promise<Browser> {
  const own = process.env['CHROMIUM_PATH'];
  if (own) return chromium.launch({ executablePath: own, args: ARGUMENTS });
  if (!existsSync(CACHE)) unpack();
  writeFonts();
  const libraries = [join(CACHE, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  const env = { ...environment(), LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(CACHE, 'fonts.conf') };
  return chromium.launch({ executablePath: join(CACHE, 'chromium'), args: ARGUMENTS, env });
}

/** Of this process, for all its test files. */
let kept: Browser | null = null;

/** A browser for a test file: one after the other use the same. Closing it closes what was opened in it. */
export async function borrowChromium(): Promise<Browser> {
  const browser = kept?.isConnected() ? kept : await launchChromium();
  if (kept !== browser) atEndOfProcess(() => browser.close());
  kept = browser;
  const close = async (): Promise<void> => void (await Promise.all(browser.contexts().map((one) => one.close())));
  return new Proxy(browser, {
    get: (_browser, name) => {
      const value: unknown = name === 'close' ? close : Reflect.get(browser, name);
      return typeof value === 'function' ? value.bind(browser) : value;
    },
  });
}

/**
 * Unpacks into a folder of its own and renames it, so that two processes that start together cannot spoil it. In a
 * process of its own, because the package learns from the environment where to unpack, and jest keeps that from it.
 */
function unpack(): void {
  mkdirSync(resolve(CACHE, '..'), { recursive: true });
  const folder = mkdtempSync(`${CACHE}-`);
  const env = { ...environment(), NODE_OPTIONS: '', TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
  execFileSync(process.execPath, ['--input-type=module', '--eval', UNPACK], { env, stdio: 'ignore' });
  try {
    renameSync(folder, CACHE);
  } catch {
    rmSync(folder, { recursive: true, force: true });
  }
}

const UNPACK = "import chromium from '@sparticuz/chromium'; await chromium.executablePath();";

/** Written at each start: what was unpacked before keeps up with this file. Renamed into place, for who reads meanwhile. */
function writeFonts(): void {
  const made = join(CACHE, `fonts-${process.pid}.conf`);
  writeFileSync(made, FONTS);
  renameSync(made, join(CACHE, 'fonts.conf'));
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
