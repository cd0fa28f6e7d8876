/** The file with everything that is offered, for everybody. */
export const offerDownload = '/aanbod/hsds/aanbod.hsds.json';
