/** The page on which help lines are imported, below the public address; a token comes after it. */
export const importPath = '/hulplijnen/invoer';
/** The file with all help lines, for everybody. */
export const downloadPath = '/hulplijnen/hsds/hulplijnen.hsds.json';
/** So long the address of the import page works. */
export const passHours = 1;

/** The reactions that the page starts. */
export const importActions = { keep: 'keep-line-import', apply: 'apply-line-import' } as const;
