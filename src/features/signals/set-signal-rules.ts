import { z } from 'zod';
import { action } from '../../contracts/action.js';
import { workgroupOnly } from '../../contracts/workgroup-home.js';
import { ruleSlugs, thresholdOf } from '../../domain/workgroup/signal-rules.js';
import { settingsChanged } from '../../domain/timeline/settings-changed.js';
import { texts } from '../../texts/index.js';
import { signalCards } from '../../contracts/signal-notices.js';

/** Chosen rules as a list of boxes gives them; clients leave the key out when no box is ticked. */
const chosen = z
  .string()
  .default('')
  .transform((text) => text.split(','));

/**
 * Automatische regels: the working group or the desk says by which rules signals come from the figures (R19). Reached
 * with a button only: without a ticked box nothing comes along, so that words would switch everything off.
 */
export const setSignalRules = action({
  slug: 'set-signal-rules',
  storable: true,
  subject: z.object({}),
  fields: z.object({ rules: chosen }),
  load: async () => ({}),
  may: (_facts, { actor }) => workgroupOnly(actor),
  form(_facts, { actor: { language }, settings }, { typed }) {
    const say = texts(language);
    const on = ruleSlugs.filter((rule) => !settings.rulesOff.includes(rule));
    return {
      choices: ruleSlugs.map((rule) => ({ title: say(`figures.rules.${rule}.name`), value: rule as string })),
      explained: ruleSlugs.map((rule) => ({
        name: say(`figures.rules.${rule}.name`),
        rule: say(`figures.rules.${rule}.rule`, { threshold: thresholdOf(rule) }),
      })),
      typed: { rules: typed['rules'] ?? on.join(',') },
    };
  },
  decide(_facts, { rules }, { settings }) {
    const row = { rulesOff: ruleSlugs.filter((rule) => !rules.includes(rule)) };
    return {
      changes: [{ put: 'setting', row }],
      entries: settingsChanged(settings, row),
      reply: { ...signalCards.list.shown({}), note: { key: 'done' } },
    };
  },
});
