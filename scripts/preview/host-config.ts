/**
 * Sizes and colours as Teams draws cards, after the Teams host configurations that Microsoft publishes under MIT
 * (microsoft/AdaptiveCards). Only what differs between the themes is a parameter.
 */
interface Colours {
  readonly text: string;
  readonly subtle: string;
  readonly accent: string;
  readonly attention: string;
  readonly card: string;
  readonly emphasis: string;
  readonly line: string;
}

const themes = {
  light: {
    text: '#252424',
    subtle: '#605e5c',
    accent: '#6264a7',
    attention: '#c4314b',
    card: '#ffffff',
    emphasis: '#f9f8f7',
    line: '#eeeeee',
  },
  dark: {
    text: '#ffffff',
    subtle: '#c8c6c4',
    accent: '#a6a7dc',
    attention: '#d74654',
    card: '#2d2c2c',
    emphasis: '#292828',
    line: '#3b3a39',
  },
} as const satisfies Record<string, Colours>;

export type Theme = keyof typeof themes;

const pair = (shade: string) => ({ default: shade, subtle: shade });

const foregrounds = (colours: Colours) => ({
  default: { default: colours.text, subtle: colours.subtle },
  dark: pair('#252424'),
  light: pair('#ffffff'),
  accent: pair(colours.accent),
  good: pair('#92c353'),
  warning: pair('#f8d22a'),
  attention: pair(colours.attention),
});

const sizes = { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 };
const weights = { lighter: 200, default: 400, bolder: 600 };

/** Coloured boxes are the same pastels in both themes, with dark text on them. */
const pastel = (background: string) => ({
  backgroundColor: background,
  foregroundColors: foregrounds({ ...themes.light, subtle: '#484644' }),
});
const pastels = {
  accent: pastel('#c7def9'),
  good: pastel('#ccffcc'),
  warning: pastel('#ffe2b2'),
  attention: pastel('#ffc5b2'),
};

/** A host configuration for the `adaptivecards` renderer. */
export function hostConfig(theme: Theme): object {
  const colours: Colours = themes[theme];
  const box = (background: string) => ({ backgroundColor: background, foregroundColors: foregrounds(colours) });
  const font = (family: string) => ({ fontFamily: family, fontSizes: sizes, fontWeights: weights });
  return {
    supportsInteractivity: true,
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: colours.line },
    fontTypes: {
      default: font("'Segoe UI', 'Open Sans', Arial, sans-serif"),
      monospace: font("'Courier New', monospace"),
    },
    textStyles: { heading: { size: 'large', weight: 'bolder', color: 'default', isSubtle: false } },
    textBlock: { headingLevel: 2 },
    containerStyles: { default: box(colours.card), emphasis: box(colours.emphasis), ...pastels },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
    factSet: { title: { weight: 'bolder', wrap: true }, value: { wrap: true }, spacing: 16 },
    inputs: { label: { inputSpacing: 'small', requiredInputs: { suffix: ' *', suffixColor: 'attention' } } },
    table: { cellSpacing: 8 },
  };
}

/** The look around the renderer's bare HTML: buttons, inputs, tables. */
export const styles = `
  :root { font: 14px 'Segoe UI', 'Open Sans', Arial, sans-serif; }
  body { margin: 24px; background: #ebebeb; color: #252424; }
  section { margin: 0 0 32px; display: inline-block; }
  h2 { font-size: 15px; margin: 0 0 8px; } h2 small { font-weight: 400; color: #605e5c; }
  .frames { display: flex; gap: 16px; align-items: flex-start; }
  .frame { padding: 12px; box-sizing: border-box; } .wide { width: 560px; } .narrow { width: 320px; }
  .light { background: #f5f5f5; --line: #c8c6c4; --text: #252424; --field: #fff; }
  .dark { background: #1f1f1f; --line: #8a8886; --text: #fff; --field: #2d2c2c; }
  .ac-adaptiveCard { border-radius: 4px; box-shadow: 0 1px 3px #0004; overflow: hidden; }
  .ac-adaptiveCard p { margin: 0; } .ac-adaptiveCard p + p { margin-top: 8px; }
  .ac-textBlock a { color: #5b5fc7; } .dark .ac-textBlock a { color: #a6a7dc; }
  .ac-actionSet > div, .ac-actionSet { flex-wrap: wrap; row-gap: 8px; }
  .ac-pushButton { font: 600 14px 'Segoe UI', 'Open Sans', Arial, sans-serif; padding: 6px 14px; border-radius: 4px;
    border: 1px solid var(--line); background: transparent; color: var(--text); white-space: nowrap; }
  .ac-pushButton.style-positive { background: #5b5fc7; border-color: #5b5fc7; color: #fff; }
  .ac-pushButton.style-destructive { color: #c4314b; border-color: #c4314b; }
  .ac-input, .ac-multichoiceInput { font: 14px 'Segoe UI', 'Open Sans', Arial, sans-serif; }
  input.ac-input, textarea.ac-input, select.ac-input { width: 100%; box-sizing: border-box; padding: 6px 8px;
    border: 1px solid var(--line); border-radius: 4px; background: var(--field); color: var(--text); }
  textarea.ac-input { min-height: 64px; }
  nav { margin-bottom: 24px; columns: 3; } nav a { display: block; color: inherit; }
`;
