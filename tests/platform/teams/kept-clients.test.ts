import { describe, expect, it } from '@jest/globals';
import { ClaimsIdentity, ConnectorFactory, type ConnectorClient, type UserTokenClient } from 'botframework-connector';
import { KeptConnector, KeptTokenClients } from '../../../src/platform/teams/kept-clients.js';

class Counting extends ConnectorFactory {
  readonly asked: string[] = [];
  fails = false;
  override create(serviceUrl: string, audience: string): Promise<ConnectorClient> {
    this.asked.push(`${serviceUrl} ${audience}`);
    return this.fails ? Promise.reject(new Error('no key')) : Promise.resolve({ serviceUrl } as never);
  }
}

describe('clients kept for a caller', () => {
  it('a connector is made once for a service url and an audience', async () => {
    const factory = new Counting();
    const kept = new KeptConnector(factory);
    const first = await kept.create('https://one', 'bot');
    expect(await kept.create('https://one', 'bot')).toBe(first);
    expect(await kept.create('https://two', 'bot')).not.toBe(first);
    await kept.create('https://one', 'government');
    expect(factory.asked).toEqual(['https://one bot', 'https://two bot', 'https://one government']);
  });

  it('one that could not be made is made when it is next asked for', async () => {
    const factory = new Counting();
    const kept = new KeptConnector(factory);
    factory.fails = true;
    await expect(kept.create('https://one', 'bot')).rejects.toThrow('no key');
    factory.fails = false;
    await expect(kept.create('https://one', 'bot')).resolves.toBeDefined();
    expect(factory.asked).toHaveLength(2);
  });

  it('a token client belongs to one caller', async () => {
    const kept = new KeptTokenClients();
    const [ann, bo] = [new ClaimsIdentity([]), new ClaimsIdentity([])];
    let count = 0;
    const make = (): Promise<UserTokenClient> => Promise.resolve({ number: ++count } as never);
    const of = await kept.of(ann, make);
    expect(await kept.of(ann, make)).toBe(of);
    expect(await kept.of(bo, make)).not.toBe(of);
  });
});
