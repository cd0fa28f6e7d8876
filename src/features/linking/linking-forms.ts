import type { ChannelId } from '../../domain/ids.js';
import { formTo } from '../../domain/reference-to.js';

type Nothing = Readonly<Record<string, never>>;

/** The forms of linking. */
export const linkingForms = {
  link: formTo<Nothing>('link-channel'),
  unlink: formTo<{ readonly channelId: ChannelId }>('unlink-channel'),
  newCode: formTo<Nothing>('create-link-code'),
} as const;
