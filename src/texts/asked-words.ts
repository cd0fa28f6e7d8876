import type { AnswerKey } from '../domain/answers/answer.js';
import type { Language } from '../domain/language.js';

/** Other words in which people ask the questions that come with the program: nobody reads them, they are only searched in. */
export const askedWords: Readonly<Record<Language, Readonly<Record<AnswerKey, string>>>> = {
  nl: {
    'what-it-is':
      'wat betekent schoolextern project, waarom een interventie, doel van een traject, wat doet NAFT, voor wie is dit bedoeld, hulp bij schooluitval, leerling dreigt af te haken, gaat niet meer naar school, schoolmoe, spijbelt, time-out buiten de school',
    'from-which-age':
      'hoe oud, minimumleeftijd, te jong, jonger dan 12, onder twaalf jaar, kind van 10 jaar, lagere school, basisschool, basisonderwijs, kleuter, aanbod voor kinderen, tot welke leeftijd, min 12',
    'which-region':
      'regio kiezen, VBO of AHV, Vlaams-Brabant Oost, Asse Halle Vilvoorde, Leuven, welk NAFT hoort bij deze gemeente, woonplaats of school telt, domicilie, adres, leerling woont in een andere gemeente dan de school, buiten Vlaams-Brabant, andere provincie, Brussel',
    'who-refers':
      'mag een school zelf aanmelden, directeur, directie, leerkracht, leraar, zorgcoördinator, leerlingenbegeleider, zorgleerkracht, iemand doorverwijzen, is het altijd het CLB, via het CLB',
    'how-to-refer':
      'een leerling aanmelden, aanmelding doen, aanmelding starten, formulier invullen, online formulier, wat heb ik nodig om aan te melden, voorwaarden, wat moet eerst gebeuren, stappen, werkwijze, procedure, naar NAFT doorverwijzen',
    'parent-asks':
      'ouders willen aanmelden, moeder, vader, mama, papa, een ouder neemt contact op, ouder belt, opvoeder, gezin, op vraag van thuis, kan een ouder zelf aanmelden',
    'facility-asks':
      'voorziening wil aanmelden, instelling, leefgroep, jeugdhulp, CAW, CGG, begeleider van een voorziening, hulpverlener, dienst, OCMW, consulent, internaat',
    'not-enrolled':
      'geen school, zonder school, nergens ingeschreven, uitgeschreven, niet op school ingeschreven, inschrijving, welk CLB is bevoegd, tussen twee scholen, anderstalige nieuwkomer zonder school',
    'when-delivered':
      'wanneer komt mijn aanmelding toe, wordt verstuurd, doorgestuurd, weekend, zaterdag, zondag, avond, vakantie, feestdag, kerstvakantie, openingsuren, werkuren van het Meldpunt, hoe snel, is ze al verzonden',
    'what-happens-next':
      'en dan, hoe gaat het verder, volgende stap, ik heb aangemeld, wie neemt contact op, wie belt terug, rondetafel organiseren, rondetafelgesprek, wanneer hoor ik iets, opvolging, verloop, opstart, einde van het traject',
    'code-p':
      'code P, afwezigheidscode, afwezigheid registreren, aanwezigheden, B-code, problematische afwezigheid, hoe zet de school de leerling in het systeem tijdens het traject',
    'waiting-list':
      'hoe lang wachten, wachttijd, wachten op een plaats, hoeveelste op de lijst, op de wachtlijst staan, achteraan beginnen, volgorde, wanneer is er plaats',
    full: 'project zit vol, geen plaats meer, alle plaatsen bezet, volzet voor de rest van het schooljaar, volgeboekt, wat nu als alles vol zit, ander project zoeken',
    'no-match':
      'onvoldoende match, past niet, aanbieder weigert, geweigerd, afgewezen, niet aanvaard, project zegt nee, andere aanbieder',
    'workgroup-members':
      'werkgroep recht op leren, leden, wie is lid, samenstelling, wie komt er samen, deelnemers, wat doet de werkgroep',
    'join-workgroup':
      'meedoen, deelnemen, lid worden, aansluiten, interesse in de werkgroep, vergadering bijwonen, volgende vergadering, wanneer vergadert de werkgroep, uitnodiging, mag ik komen',
    'vision-text': 'visietekst van de werkgroep, visie, tekst over de visie, missie, waar vind ik de visie',
  },
  en: {
    'what-it-is': 'what does a project do, aim, dropping out, truancy, NAFT, time-out',
    'from-which-age': 'how old, minimum age, too young, under twelve, primary school, children',
    'which-region': 'choose a region, VBO or AHV, domicile, address, outside the province, Brussels',
    'who-refers': 'may a school refer, headteacher, teacher, coordinator',
    'how-to-refer': 'refer a pupil, start a referral, form, what do I need, conditions, steps, procedure',
    'parent-asks': 'parents want to refer, mother, father, family, a parent calls',
    'facility-asks': 'institution, youth care, residential group, social worker, service',
    'not-enrolled': 'no school, without a school, enrolment, which CLB',
    'when-delivered': 'when does my referral arrive, weekend, evening, holiday, opening hours, how fast',
    'what-happens-next': 'and then, next step, who calls back, round table, follow-up',
    'code-p': 'code P, absence code, attendance',
    'waiting-list': 'how long to wait, waiting time, position on the list, order',
    full: 'no more places, full for the rest of the school year, another project',
    'no-match': 'does not fit, refused, rejected, another provider',
    'workgroup-members': 'members, who meets, participants',
    'join-workgroup': 'take part, become a member, next meeting, invitation, may I come',
    'vision-text': 'vision of the working group, mission',
  },
};
