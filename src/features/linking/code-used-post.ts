import type { PlaceId } from '../../domain/ids.js';

/** Key of the desk's message about the code that linked a place; `version` is that of the row before it was linked. */
export const codeUsedPost = (place: PlaceId, version: number): string => `code-used:${place}:${version}`;
