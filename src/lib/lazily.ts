type Make<From> = (from: From) => object;
type Whole<Part> = (Part extends unknown ? (part: Part) => void : never) extends (whole: infer All) => void
  ? All
  : never;

/**
 * Gives a function that makes one object out of several parts, of which each is only made when something of it is first asked
 * for. What the parts are called is found by making each once with nothing: making a part must not use what it is made from.
 */
export function lazily<From, Parts extends Readonly<Record<string, Make<From>>>>(
  parts: Parts & Readonly<Record<string, Make<From>>>,
): (from: From) => Whole<ReturnType<Parts[keyof Parts]>> {
  class Lazy {
    readonly partsMade: object[] = [];
    constructor(readonly madeFrom: From) {}
  }
  Object.values(parts).forEach((make, at) => {
    for (const name of Object.keys(make({} as From)))
      Object.defineProperty(Lazy.prototype, name, {
        get(this: Lazy): unknown {
          return Reflect.get((this.partsMade[at] ??= make(this.madeFrom)), name);
        },
      });
  });
  return (from) => new Lazy(from) as Whole<ReturnType<Parts[keyof Parts]>>;
}
