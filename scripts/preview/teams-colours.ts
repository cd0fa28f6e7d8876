/**
 * The colours in which Teams draws cards, as `#aarrggbb` or `#rrggbb`. Light and dark are those of the host
 * configurations that Microsoft publishes (microsoft/AdaptiveCards, samples/HostConfig/microsoft-teams-*.json, MIT).
 *
 * For high contrast no configuration is published. What is, are the colours of the theme (Fluent UI, packages/tokens,
 * teamsHighContrastTheme, MIT): black ground, white letters and lines, yellow links, blue focus. `contrast` is ours, made
 * of these alone: every container black with a white line, every text white, links and “accent” yellow. Teams may keep a
 * coloured ground there; we do not know.
 */
export const themes = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

export const containerStyles = ['default', 'emphasis', 'accent', 'good', 'warning', 'attention'] as const;
export type ContainerStyle = (typeof containerStyles)[number];

export const inks = ['default', 'dark', 'light', 'accent', 'good', 'warning', 'attention'] as const;
export type Ink = (typeof inks)[number];

/** The plain and the subtle shade. */
type Shades = readonly [plain: string, subtle: string];
type Inks = Readonly<Record<Ink, Shades>>;

interface Colours {
  readonly inks: Inks;
  /** On the coloured grounds, where these differ. */
  readonly onColour: Partial<Inks>;
  readonly grounds: Readonly<Record<ContainerStyle, string>>;
  readonly line: string;
}

const pastels = { accent: '#c7def9', good: '#ccffcc', warning: '#ffe2b2', attention: '#ffc5b2' } as const;
const bright = { good: ['#92c353', '#e592c353'], warning: ['#f8d22a', '#e5f8d22a'] } as const satisfies Partial<Inks>;
const white = ['#ffffff', '#ffffff'] as const;
const yellow = ['#ffff00', '#ffff00'] as const;
const black = '#000000';

const colours: Readonly<Record<Theme, Colours>> = {
  light: {
    inks: {
      ...bright,
      default: ['#252424', '#bf252424'],
      dark: ['#252424', '#bf252424'],
      light: ['#ffffff', '#f3f2f1'],
      accent: ['#6264a7', '#8b8cc7'],
      attention: ['#c4314b', '#e5c4314b'],
    },
    onColour: {},
    grounds: { default: '#ffffff', emphasis: '#f9f8f7', ...pastels },
    line: '#eeeeee',
  },
  dark: {
    inks: {
      ...bright,
      default: ['#ffffff', '#bfffffff'],
      dark: ['#201f1f', '#2d2c2c'],
      light: ['#ffffff', '#bfffffff'],
      accent: ['#a6a7dc', '#8b8cc7'],
      attention: ['#d74654', '#e5d74654'],
    },
    onColour: { default: ['#201f1f', '#2d2c2c'] },
    grounds: { default: '#2d2c2c', emphasis: '#292828', ...pastels },
    line: '#eeeeee',
  },
  contrast: {
    inks: { default: white, dark: white, light: white, accent: yellow, good: white, warning: white, attention: white },
    onColour: {},
    grounds: { default: black, emphasis: black, accent: black, good: black, warning: black, attention: black },
    line: '#ffffff',
  },
};

const isColoured = (style: ContainerStyle): boolean => style in pastels;

/** The colour of the ground of a container. */
export const groundOf = (theme: Theme, style: ContainerStyle): string => colours[theme].grounds[style];

/** The colour of a text in a container of this style. */
export function inkOf(theme: Theme, style: ContainerStyle, ink: Ink, subtle: boolean): string {
  const { inks: all, onColour } = colours[theme];
  const shades = (isColoured(style) ? onColour[ink] : undefined) ?? all[ink];
  return shades[subtle ? 1 : 0];
}

/** The colour of the thin lines between the parts of a card. */
export const lineOf = (theme: Theme): string => colours[theme].line;
