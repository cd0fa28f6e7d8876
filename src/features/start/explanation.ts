import { z } from 'zod';
import { view, type ViewContext } from '../../contracts/action.js';
import { deskContact } from '../../contracts/desk-contact.js';
import { policy } from '../../domain/case/policy.js';
import { days } from '../../texts/format.js';
import type { Reached } from '../../domain/organisation.js';
import { deskReached } from '../../texts/desk-contact.js';
import { texts } from '../../texts/index.js';
import { audience, doingsFor, type Audience } from './audience.js';
import type { Doing } from '../../contracts/doings.js';
import { buttonsFor } from './buttons-for.js';

export const topics = ['privacy', 'about', 'stop', 'danger', 'thanks'] as const;
export type Topic = (typeof topics)[number];

const params = audience.extend({ topic: z.enum(topics) });

interface Explained {
  readonly topic: Topic;
  readonly who: Audience;
  /** Null before there is one, or when it is not told. */
  readonly desk: Reached | null;
}

type Fact = { readonly title: string; readonly value: string };

/** Who may open what was filled in about a pupil, from the policy itself: the sides, in its order. */
export const readers = [...new Set(policy.filter(({ act }) => act === 'open-file').flatMap(({ by }) => by))].filter(
  (side) => side !== 'clock',
);

const reached = ({ desk }: Explained, { language }: ViewContext): string => deskReached(desk, language);

const factsOf: Readonly<Record<Topic, (facts: Explained, context: ViewContext) => readonly Fact[]>> = {
  privacy(facts, context) {
    const t = texts(context.language);
    const draft = days(context.settings.draftDays, context.language);
    const trail = days(context.settings.keptDays.trails, context.language);
    return [
      { title: t('start.explanation.privacy.kept'), value: t('start.explanation.privacy.kept-what') },
      { title: t('start.explanation.privacy.worker'), value: t('start.explanation.privacy.worker-what') },
      { title: t('start.explanation.privacy.channels'), value: t('start.explanation.privacy.channels-what') },
      {
        title: t('start.explanation.privacy.readers'),
        value: [
          ...readers.map((side) => t(`start.explanation.privacy.reader.${side}`)),
          t('start.explanation.privacy.noted'),
        ].join(' '),
      },
      { title: t('start.explanation.privacy.long'), value: t('start.explanation.privacy.long-what', { draft, trail }) },
      { title: t('start.explanation.privacy.typed'), value: t('start.explanation.privacy.typed-what') },
      {
        title: t('start.explanation.privacy.ask'),
        value: t('start.explanation.privacy.ask-what', { desk: reached(facts, context) }),
      },
      {
        title: t('start.explanation.privacy.page'),
        value: t('start.explanation.privacy.page-what', { url: context.links.page('/privacy') }),
      },
    ];
  },
  about(facts, context) {
    const t = texts(context.language);
    return [
      { title: t('start.explanation.about.what'), value: t('start.explanation.about.what-what') },
      { title: t('start.explanation.about.whose'), value: reached(facts, context) },
      { title: t('start.explanation.about.version'), value: context.version },
    ];
  },
  stop(_facts, context) {
    const t = texts(context.language);
    const draft = days(context.settings.draftDays, context.language);
    return [
      { title: t('start.explanation.stop.draft'), value: t('start.explanation.stop.draft-what', { draft }) },
      { title: t('start.explanation.stop.sent'), value: t('start.explanation.stop.sent-what') },
      { title: t('start.explanation.stop.messages'), value: t('start.explanation.stop.messages-what') },
      { title: t('start.explanation.stop.channel'), value: t('start.explanation.stop.channel-what') },
    ];
  },
  danger: () => [],
  thanks: () => [],
};

/** What may come next, by topic. */
const next: Readonly<Record<Topic, (who: Audience) => readonly Doing[]>> = {
  privacy: () => ['tell-about', 'say-help'],
  about: () => ['tell-privacy', 'say-help'],
  stop: (who) => [...doingsFor(who).filter((doing) => doing === 'list-my-referrals'), 'say-help'],
  danger: () => ['list-lines'],
  thanks: (who) => [...doingsFor(who).slice(0, 2), 'say-help'],
};

/** What somebody asks of the bot itself: privacy, what it is, what stopping means; where to call in danger; thanks. */
export const explanation = view({
  slug: 'explanation',
  forEverybody: true,
  audience: 'stored',
  params,
  async load(read, { topic, ...who }): Promise<Explained> {
    return { topic, who, desk: topic === 'privacy' || topic === 'about' ? await deskContact(read) : null };
  },
  fill(facts, context) {
    const t = texts(context.language);
    const { topic, who } = facts;
    return {
      title: t(`start.explanation.${topic}.title`),
      text: t(`start.explanation.${topic}.text`),
      lines: topic === 'danger' ? t('intake.intake-stopped.stops.danger.lines').split('\n') : [],
      facts: factsOf[topic](facts, context),
      buttons: buttonsFor([...new Set(next[topic](who))], context.language).map((button) => ({
        ...button,
        style: null,
      })),
    };
  },
  summary: ({ topic }, { language }) => texts(language)(`start.explanation.${topic}.title`),
});
