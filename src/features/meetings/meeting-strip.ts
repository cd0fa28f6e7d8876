import type { Look, Strip } from '../../contracts/strip.js';
import { meetingPhase, type Meeting } from '../../domain/workgroup/meeting.js';
import { stateOf, type Wording } from './meeting-words.js';

const looks: Readonly<Record<ReturnType<typeof meetingPhase>, Pick<Look, 'style' | 'icon'>>> = {
  planned: { style: 'accent', icon: 'Clock' },
  'going-on': { style: 'warning', icon: 'People' },
  over: { style: 'warning', icon: 'Edit' },
  held: { style: 'good', icon: 'CheckmarkCircle' },
  cancelled: { style: 'emphasis', icon: 'DismissCircle' },
};

/** How a meeting stands, and what is expected of the working group now. */
export function meetingStrip(meeting: Meeting, next: string | null, wording: Wording): Strip {
  const [sign = '', ...word] = stateOf(meeting, wording).split(' ');
  return { ...looks[meetingPhase(meeting, wording.now)], sign, state: word.join(' '), next };
}
