import encodeQR from 'qr';
import { html, trusted, type Html } from '../../lib/html/html.js';

/** A QR code as a drawing in the page, with what it says as its text. */
export function qrCode(address: string, label: string): Html {
  const modules = encodeQR(address, 'raw', { ecc: 'medium', border: 2 });
  const path = modules.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  const side = modules.length;
  return html`<svg
    class="qr"
    viewBox="0 0 ${side} ${side}"
    role="img"
    aria-label="${label}"
    shape-rendering="crispEdges"
  >
    <path fill="#fff" d="${`M0 0h${side}v${side}h-${side}z`}" />
    ${trusted(`<path fill="#000" d="${path}"/>`)}
  </svg>`;
}
