import type { ChannelId } from '../../domain/ids.js';
import { postKey, type PostKey } from '../../domain/reference-to.js';

/** Key of what the channel itself was told when it was linked; `version` as of {@link codeUsedPost}. */
export const linkedPost = (channel: ChannelId, version: number): PostKey => postKey(`linked:${channel}:${version}`);

/** Key of the desk's message about the code that linked a channel; `version` is that of the row before it was linked. */
export const codeUsedPost = (channel: ChannelId, version: number): PostKey =>
  postKey(`code-used:${channel}:${version}`);
