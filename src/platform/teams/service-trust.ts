/** Says whether tokens and messages may be sent to this Bot Framework service. */
export type ServiceTrust = (serviceUrl: string) => boolean;

const teamsHosts = [
  /^smba\.trafficmanager\.net$/,
  /^smba(\.[a-z0-9-]+)*\.teams\.microsoft\.com$/,
  /^([a-z0-9-]+\.)*botframework\.com$/,
];
const loopbackHosts = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Only Microsoft's own services, over https on the usual port: our outgoing token never goes anywhere else. */
export const trustTeams: ServiceTrust = (serviceUrl) => {
  const url = parsed(serviceUrl);
  if (!url || url.protocol !== 'https:' || url.port || url.username || url.password) return false;
  return teamsHosts.some((host) => host.test(url.hostname));
};

/** Only this machine, over http: for the local mode and for tests. */
export const trustLoopback: ServiceTrust = (serviceUrl) => {
  const url = parsed(serviceUrl);
  return url !== null && url.protocol === 'http:' && !url.username && loopbackHosts.has(url.hostname);
};

/** True when a host name or address can be reached from this machine only. */
export function isLoopback(host: string): boolean {
  return loopbackHosts.has(host) || host === '::1';
}

function parsed(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
