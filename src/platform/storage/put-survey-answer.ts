import type { Transaction } from 'kysely';
import type { SurveyAnswer } from '../../domain/workgroup/survey.js';
import { jsonb } from './rows/json.js';
import type { Schema } from './rows/schema.js';

/**
 * Stores an answer so that nobody can tell whose it is, not even who reads the database. Who answered is stored in the
 * same transaction, and a table keeps its rows in the order in which they came and by which transaction: beside the
 * moments in the audit that would tell it. So all answers of the survey are written anew, in the order of their random
 * ids. One writer at a time per survey: none of them can be lost.
 */
export async function putSurveyAnswer(trx: Transaction<Schema>, answer: SurveyAnswer): Promise<void> {
  await trx.selectFrom('survey').select('id').where('id', '=', answer.surveyId).forUpdate().execute();
  const before = await trx.deleteFrom('surveyAnswer').where('surveyId', '=', answer.surveyId).returningAll().execute();
  const all = [...before, answer].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const { id, surveyId, answers } of all)
    await trx
      .insertInto('surveyAnswer')
      .values({ id, surveyId, answers: jsonb(answers) })
      .execute();
}
