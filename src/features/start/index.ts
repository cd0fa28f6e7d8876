import type { Feature } from '../../contracts/action.js';
import { chooseOrganisationCard } from './choose-organisation.js';
import { explanation } from './explanation.js';
import { greet } from './greet.js';
import { helpCard } from './help-card.js';
import { notUnderstood } from './not-understood.js';
import { olderClient } from './older-client.js';
import { refusal } from './refusal.js';
import { sayHello } from './say-hello.js';
import { sayHelp } from './say-help.js';
import { sayThanks } from './say-thanks.js';
import { storedForm } from './stored-form.js';
import { suggestions } from './suggestions.js';
import { tellAbout } from './tell-about.js';
import { tellDanger } from './tell-danger.js';
import { tellPrivacy } from './tell-privacy.js';
import { tellStop } from './tell-stop.js';
import { understands } from './understands.js';
import { welcome } from './welcome.js';

/** The first words: welcome, help, and an answer to anything else. */
export const start: Feature = {
  name: 'start',
  actions: [sayHello, sayHelp, sayThanks, tellAbout, tellDanger, tellPrivacy, tellStop],
  reactions: [greet, notUnderstood],
  views: [chooseOrganisationCard, explanation, helpCard, olderClient, refusal, storedForm, suggestions, welcome],
  jobs: [],
  understands,
};
