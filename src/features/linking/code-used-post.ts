import type { ChannelId } from '../../domain/ids.js';

/** Key of the desk's message about the code that linked a channel; `version` is that of the row before it was linked. */
export const codeUsedPost = (channel: ChannelId, version: number): string => `code-used:${channel}:${version}`;
