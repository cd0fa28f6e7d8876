import { describe, expect, test } from '@jest/globals';
import type { LineImport } from '../../../src/contracts/read-help-lines.js';
import type { LineImportId } from '../../../src/domain/ids.js';
import { dropLater, dropLineImport } from '../../../src/features/line-import/drop-line-import.job.js';
import { keepLineImport } from '../../../src/features/line-import/keep-line-import.js';
import { actionContext, actor, context, id, monday10, organisation, outcomeOf, person } from '../../support/given.js';

const importId = id<LineImportId>();
const row: LineImport = {
  id: importId,
  personId: person().id,
  at: monday10,
  fileName: 'lijnen.json',
  document: { services: [{ id: 'x' }], organisations: [], bad: [], counts: null },
  state: 'looked-at',
  version: 1,
};

describe('drop-line-import', () => {
  test('given a file that nobody took in, when a week has passed, then nothing of it stays', () => {
    const { changes } = dropLineImport.decide(row, context());
    expect(changes).toMatchObject([{ put: 'lineImport', row: { state: 'dropped', document: { services: [] } } }]);
  });

  test('given one that was taken in, then it is left alone', () => {
    expect(dropLineImport.decide({ ...row, state: 'applied' }, context())).toEqual({});
  });

  test('is planned when a file is kept to be looked at', () => {
    const desk = actor({ organisations: [organisation({ kind: 'desk' })] });
    const kept = keepLineImport.decide(
      { importId, row: null },
      { fileName: 'lijnen.json', text: '[{"id":"5a0d7e0c-3a66-4a0e-9c3b-000000000001","name":"x","status":"active"}]' },
      actionContext({ actor: desk }),
    );
    expect(outcomeOf(kept).dues).toEqual([dropLater(importId, monday10)]);
    expect(dropLater(importId, monday10).at).toEqual(new Date('2026-11-23T09:00:00Z'));
  });
});
