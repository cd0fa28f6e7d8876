import { sql } from 'kysely';
import { inputsOf, textOf, type Message, type Person, type Conversation } from './fake-teams/index.js';
import { ordinary, secret, type Intake } from './refer.js';
import type { Stage } from './stage.js';

/** An ordinary intake of somebody else; the same pupil twice would be recognised. */
export const pupilNamed = (pupilName: string): Partial<Intake> => ({
  pupil: { ...ordinary.pupil, pupilName: `${pupilName} ${secret.pupilName.split(' ')[1]!}` },
});

const linesOf = (message: Message): string[] => (message.card ? textOf(message.card).split('\n') : []);
const firstLine = (message: Message): string => linesOf(message)[0] ?? '';

/** All posts of the bot in a conversation that are called so: in the heading, the line under it, or the strip above. */
export const postsNamed = (conversation: Conversation, words: string): Message[] =>
  conversation.botPosts.filter((message) =>
    linesOf(message)
      .slice(0, 4)
      .some((line) => line.startsWith(words)),
  );

/** The line under the heading of a case card: `2026-0042 · … · door An Peeters, …`, or `Aanmelding 2026-0042`. */
const lineOfCase = /^(?:Aanmelding (\d{4}-\d{4})|(\d{4}-\d{4}) · (?:.* · )?door )/;

/** The posts of a referral in a conversation, or of any. */
export const postsAbout = (conversation: Conversation, reference?: string): Message[] =>
  conversation.botPosts.filter(({ card }) =>
    (card ? textOf(card) : '').split('\n').some((line) => {
      const [, long, short] = lineOfCase.exec(line) ?? [];
      const found = long ?? short;
      return found !== undefined && (reference === undefined || found === reference);
    }),
  );

/** The living post of a referral in a conversation. */
export function postOf(conversation: Conversation, reference: string): Message {
  const [post] = postsAbout(conversation, reference);
  if (post === undefined)
    throw new Error(`no post of ${reference}; there is:\n${conversation.botPosts.map(firstLine).join('\n')}`);
  return post;
}

/** What was replied in the thread of a referral, oldest first. */
export const thread = (conversation: Conversation, reference: string): Message[] =>
  conversation.repliesTo(postOf(conversation, reference));

/** The last reply in the thread of a referral. */
export function lastReply(conversation: Conversation, reference: string): Message {
  const last = thread(conversation, reference).at(-1);
  if (last === undefined) throw new Error(`nothing was replied to ${reference}`);
  return last;
}

interface In {
  readonly in?: Conversation;
  readonly on?: Message;
}

/** The choice that begins so: titles go on with what may change, such as the availability. */
export function choice(who: Person, which: In, input: string, begin: string): string {
  const titles = choices(who, which, input);
  const found = titles.find((title) => title.startsWith(begin));
  if (found === undefined) throw new Error(`"${input}" has no choice "${begin}"; there is:\n${titles.join('\n')}`);
  return found;
}

/** The titles of a choice on the present card. */
export const choices = (who: Person, which: In, input: string): string[] => {
  const found = inputsOf(who.card(which)).find(({ id }) => id === input);
  return ((found?.['choices'] ?? []) as { title: string }[]).map(({ title }) => title);
};

/** What stands filled in at an input of the present card. */
export const filledIn = (who: Person, which: In, input: string): unknown =>
  inputsOf(who.card(which)).find(({ id }) => id === input)?.['value'];

/** Everything that stands in clear: what was sent to Teams, what was logged, every row of every table. */
export async function everythingInClear({ teams, logged, database }: Stage): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(
    database.kysely,
  );
  const stored: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(database.kysely);
    stored.push(...rows.map(({ row }) => row));
  }
  return [JSON.stringify(teams.wire), ...logged, ...stored].join('\n');
}

/** Moves the clock to a moment. */
export const until = (stage: Stage, moment: string): Promise<void> =>
  stage.later(Math.max(0, new Date(moment).getTime() - stage.clock.now().getTime()));
