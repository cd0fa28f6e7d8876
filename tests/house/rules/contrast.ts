/** Contrast after WCAG 2.2 (success criteria 1.4.3 and 1.4.11): relative luminance of `#rrggbb` or `#aarrggbb` colours. */
type Rgb = readonly [number, number, number];

interface Colour {
  readonly alpha: number;
  readonly rgb: Rgb;
}

function parse(colour: string): Colour {
  const pairs = colour
    .slice(1)
    .match(/../g)!
    .map((pair) => parseInt(pair, 16));
  const [alpha, ...rgb] = pairs.length === 4 ? pairs : [255, ...pairs];
  return { alpha: alpha! / 255, rgb: rgb as unknown as Rgb };
}

const linear = (part: number): number =>
  part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;

const luminance = ([red, green, blue]: Rgb): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

/** From 1 (the same) to 21 (black on white). What is half transparent is seen over the ground. */
export function contrast(ink: string, ground: string): number {
  const [top, under] = [parse(ink), parse(ground)];
  const seen = top.rgb.map((part, index) => part * top.alpha + under.rgb[index]! * (1 - top.alpha)) as unknown as Rgb;
  const [dark, light] = [luminance(seen), luminance(under.rgb)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
