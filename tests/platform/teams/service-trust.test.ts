import { describe, expect, it } from '@jest/globals';
import { trustTeams } from '../../../src/platform/teams/service-trust.js';

describe('trust in a service', () => {
  it.each([
    ['https://smba.trafficmanager.net/emea/', true],
    ['https://smba.trafficmanager.net/emea/7e4a4700/', true],
    ['https://smba.infra.gcc.teams.microsoft.com/teams/', true],
    ['https://europe.botframework.com', true],
    ['http://smba.trafficmanager.net/emea/', false],
    ['https://smba.trafficmanager.net.evil.example/', false],
    ['https://smba.trafficmanager.net@evil.example/', false],
    ['https://a:b@smba.trafficmanager.net/', false],
    ['https://smba.trafficmanager.net:8443/', false],
    ['https://evilbotframework.com/', false],
    ['https://evil.trafficmanager.net/', false],
    ['http://127.0.0.1:3978/', false],
    ['nonsense', false],
  ])('%s: %s', (url, trusted) => {
    expect(trustTeams(url)).toBe(trusted);
  });
});
