/** A filter without what was not asked for: its columns are then held against the rest. */
export const given = <Asked extends object>(
  asked: Asked,
): { readonly [Key in keyof Asked]?: Exclude<Asked[Key], undefined> } =>
  Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as {
    readonly [Key in keyof Asked]?: Exclude<Asked[Key], undefined>;
  };
