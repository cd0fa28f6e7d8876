import { deskContact } from '../../../contracts/desk-contact.js';
import type { Page } from '../../../contracts/page.js';
import { answersPage } from './answers-page.js';

/** The questions with their answers, for everybody, without a script. */
export const answerPages: readonly Page[] = [
  {
    path: '/vragen',
    async answer(_asked, { read, language }) {
      return { screen: answersPage(await read.answers(language), await deskContact(read), language) };
    },
  },
];
