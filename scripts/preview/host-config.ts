import { containerStyles, groundOf, inkOf, inks, lineOf, type ContainerStyle, type Theme } from './teams-colours.js';

const fromEntries = <K extends string, V>(keys: readonly K[], value: (key: K) => V): Record<string, V> =>
  Object.fromEntries(keys.map((key) => [key, value(key)]));

const sizes = { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 };
const weights = { lighter: 200, default: 400, bolder: 600 };
const font = (fontFamily: string) => ({ fontFamily, fontSizes: sizes, fontWeights: weights });

const containerOf = (theme: Theme, style: ContainerStyle) => ({
  backgroundColor: groundOf(theme, style),
  foregroundColors: fromEntries(inks, (ink) => ({
    default: inkOf(theme, style, ink, false),
    subtle: inkOf(theme, style, ink, true),
  })),
});

/** A host configuration for the `adaptivecards` renderer: sizes and colours as Teams draws cards (see teams-colours). */
export function hostConfig(theme: Theme): object {
  return {
    supportsInteractivity: true,
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: lineOf(theme) },
    fontTypes: { default: font(FONTS), monospace: font("'Courier New', monospace") },
    textStyles: { heading: { size: 'large', weight: 'bolder', color: 'default', isSubtle: false } },
    textBlock: { headingLevel: 2 },
    containerStyles: fromEntries(containerStyles, (style) => containerOf(theme, style)),
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

/** Only fonts that stand beside the page, so that every machine draws the same. */
export const FONTS = "'Open Sans', 'Noto Sans Symbols 2', sans-serif";
