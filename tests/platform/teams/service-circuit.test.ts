import { beforeEach, describe, expect, it } from '@jest/globals';
import { DeliveryError } from '../../../src/contracts/connector.js';
import { ServiceCircuit } from '../../../src/platform/teams/service-circuit.js';

const tuning = { most: 4, mostSlow: 2, failuresInRow: 3, closedForMs: 15_000 };
const emea = 'https://smba.trafficmanager.net/emea/';
const other = 'https://smba.trafficmanager.net/amer/';
const noAnswer = () => Promise.reject(new DeliveryError({ ending: 'nothing', unknown: true }));
const refuses = () => Promise.reject(new DeliveryError({ ending: 'answered', status: 400 }));
const answers = () => Promise.resolve('there');

describe('an address of Teams', () => {
  let now: number;
  let circuit: ServiceCircuit;
  beforeEach(() => {
    now = Date.parse('2026-03-02T12:00:00Z');
    circuit = new ServiceCircuit({ now: () => new Date(now) }, tuning);
  });

  const kept = (url = emea) =>
    circuit.through(url, answers).then(
      (answer) => answer,
      (error: unknown) => error as DeliveryError,
    );
  const fails = async (times: number, how: () => Promise<never> = noAnswer) => {
    for (let time = 0; time < times; time++) await expect(circuit.through(emea, how)).rejects.toThrow(DeliveryError);
  };

  it('given three that got no answer, then nothing is sent there for a while; others are not held up', async () => {
    await fails(3);
    expect(await kept()).toMatchObject({ ending: 'not-sent', retryAfterMs: null, unknown: false });
    now += 14_999;
    expect(await kept()).toMatchObject({ ending: 'not-sent', retryAfterMs: null, unknown: false });
    expect(await kept(other)).toBe('there');
  });

  it('tells how many addresses are silent, until they answer again', async () => {
    const told: number[] = [];
    circuit = new ServiceCircuit({ now: () => new Date(now) }, tuning, (addresses) => told.push(addresses));
    await fails(3);
    await kept(other);
    now += 15_000;
    await kept();
    expect(told).toEqual([0, 0, 1, 1, 0]);
  });

  it('then one is tried, and when that is answered all go again', async () => {
    await fails(3);
    now += 15_000;
    let answer = (_: string): void => undefined;
    const tried = circuit.through(emea, () => new Promise<string>((resolve) => (answer = resolve)));
    expect(await kept()).toMatchObject({ ending: 'not-sent', retryAfterMs: 2_000, unknown: false });
    answer('there');
    expect(await tried).toBe('there');
    expect(await kept()).toBe('there');
  });

  it('given one that fails again after the pause, then it is closed again at once', async () => {
    await fails(3);
    now += 15_000;
    await fails(1);
    expect(await kept()).toMatchObject({ ending: 'not-sent', status: null });
  });

  it('given answers in between, or what Teams refuses itself, then it stays open', async () => {
    await fails(2);
    await kept();
    await fails(2);
    await fails(9, refuses);
    expect(await kept()).toBe('there');
  });

  it('given two that wait for more than a second, then no more are sent there; the others have the workers', async () => {
    const hang = () => void circuit.through(emea, () => new Promise<string>(() => undefined));
    hang();
    hang();
    expect(await kept()).toBe('there');
    now += 1_000;
    expect(await kept()).toMatchObject({ ending: 'not-sent', unknown: false });
    expect(await kept(other)).toBe('there');
  });

  it('given as many under way as it may have, then the next goes back to the queue', async () => {
    for (let one = 0; one < tuning.most; one++) void circuit.through(emea, () => new Promise<string>(() => undefined));
    expect(await kept()).toMatchObject({ ending: 'not-sent', retryAfterMs: 2_000, unknown: false });
  });

  it('given as many under way, then a press that waits for an answer is sent all the same, unless the address is away', async () => {
    for (let one = 0; one < tuning.most; one++) void circuit.through(emea, () => new Promise<string>(() => undefined));
    now += 1_000;
    expect(await circuit.through(emea, answers, true)).toBe('there');
    const away = new ServiceCircuit({ now: () => new Date(now) }, tuning);
    for (let time = 0; time < 3; time++) await expect(away.through(emea, noAnswer)).rejects.toThrow(DeliveryError);
    await expect(away.through(emea, answers, true)).rejects.toMatchObject({ ending: 'not-sent', status: null });
  });
});
