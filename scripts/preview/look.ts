import { FONTS } from './host-config.js';
import { fontFaces } from './fonts.js';

/** The look around the renderer's bare HTML: the frames, and buttons, inputs, links as Teams has them. */
export const styles = `
  ${fontFaces}
  :root { font: 14px ${FONTS}; }
  body { margin: 24px; background: #ebebeb; color: #252424; }
  section { margin: 0 0 32px; }
  h2 { font-size: 15px; margin: 0 0 8px; } h2 small { font-weight: 400; color: #4c4a48; }
  .frames { display: flex; gap: 16px; align-items: flex-start; width: max-content; }
  .frame { padding: 12px; box-sizing: border-box; } .wide { width: 560px; } .narrow { width: 320px; }
  .light { background: #f5f5f5; --line: #c8c6c4; --text: #252424; --field: #fff; --link: #4f52b2; --main: #5b5fc7; --on: #fff; --focus: #000; }
  .dark { background: #1f1f1f; --line: #8a8886; --text: #fff; --field: #2d2c2c; --link: #a6a7dc; --main: #5b5fc7; --on: #fff; --focus: #fff; }
  .contrast { background: #000; --line: #fff; --text: #fff; --field: #000; --link: #ff0; --main: #fff; --on: #000; --focus: #1aebff; }
  .ac-adaptiveCard { border-radius: 4px; box-shadow: 0 1px 3px #0004; overflow: hidden; outline: none; }
  .contrast .ac-adaptiveCard, .contrast .ac-container[style*='background-color'] { border: 1px solid #fff; }
  .ac-adaptiveCard p { margin: 0; } .ac-adaptiveCard p + p { margin-top: 8px; }
  .ac-textBlock a { color: var(--link); }
  .ac-selectable { cursor: pointer; } .frame :focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; }
  .ac-actionSet > div, .ac-actionSet { flex-wrap: wrap; row-gap: 8px; }
  .ac-pushButton { font: 600 14px ${FONTS}; padding: 6px 14px; border-radius: 4px;
    border: 1px solid var(--line); background: transparent; color: var(--text); white-space: nowrap; }
  .ac-pushButton.style-positive { background: var(--main); border-color: var(--main); color: var(--on); }
  .ac-input, .ac-multichoiceInput { font: 14px ${FONTS}; }
  input.ac-input, textarea.ac-input, select.ac-input { width: 100%; box-sizing: border-box; padding: 6px 8px;
    border: 1px solid var(--line); border-radius: 4px; background: var(--field); color: var(--text); }
  textarea.ac-input { min-height: 64px; }
  ::placeholder { color: var(--text); opacity: 0.75; }
  .light ::placeholder { opacity: 0.8; }
  nav { margin-bottom: 24px; columns: 3; } nav a { display: block; color: inherit; }
  @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
`;
