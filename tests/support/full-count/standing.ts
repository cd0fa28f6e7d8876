import { sql, type RawBuilder } from 'kysely';

/**
 * Whether event `e` is an answer that was not taken back, whenever that happened. An answer can only be given again
 * after it was taken back, so the first answers of a kind belong to the takings-back of that kind, each to one.
 */
export const stands = standsAs('e');

/** As {@link stands}, for an event under another name in the query. */
export function standsAs(alias: string): RawBuilder<boolean> {
  const e = sql.raw(alias);
  return sql<boolean>`(
    select count(*) from event given
    where given.referral_id = ${e}.referral_id and given.name = ${e}.name and (given.at, given.id) <= (${e}.at, ${e}.id)
  ) > (
    select count(*) from event back
    where back.referral_id = ${e}.referral_id and back.name = 'answer-undone'
      and back.data->>'answer' = case ${e}.name when 'place-freed' then 'place-free' else ${e}.name end
  )`;
}
