/** Too much has happened that was not counted yet: right after an update of a database with years in it. The counting goes on by itself. */
export class FiguresBehind extends Error {
  constructor() {
    super('the figures are still being counted');
    this.name = 'FiguresBehind';
  }
}
