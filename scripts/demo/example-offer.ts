import type { Service, ToldOfService } from '../../src/domain/organisation.js';

/** What the desk might have written of a service; nothing in it exists but what public pages say. */
type Told = Omit<ToldOfService, 'assuredOn'>;

const confirmed: Readonly<Record<string, Told>> = {
  'NAFT-Leerrecht Vlaams-Brabant Oost': {
    about:
      'Naadloos flexibel traject: begeleiding op maat naast de school, alleen of in groep. Teruggaan naar school is het eerste doel. Er is geen vaste duur.',
    phone: '016 55 50 20',
    email: 'naft-oost@voorbeeld.be',
    website: 'www.voorbeeld.be/naft-oost',
  },
  'NAFT-Leerrecht Asse-Halle-Vilvoorde': {
    about: 'Naadloos flexibel traject: begeleiding op maat naast de school, alleen of in groep.',
    phone: null,
    email: null,
    website: null,
  },
  'Steunpunt Groene Zorg': {
    about: 'Een zorgboerderij in de buurt: een halve dag tot een hele week meewerken op een boerderij.',
    phone: null,
    email: 'groene-zorg@voorbeeld.be',
    website: 'www.voorbeeld.be/groene-zorg',
  },
};

/** The confirmed services as a desk would have filled them in, two of them looked at lately. */
export const describedServices = (services: readonly Service[], today: string): Service[] =>
  services.flatMap((service) => {
    const told = confirmed[service.name];
    return told === undefined ? [] : [{ ...service, ...told, assuredOn: told.email === null ? null : today }];
  });

/** What the example projects do. */
export const exampleProjects: Readonly<Record<'day' | 'group', Told>> = {
  day: {
    about: 'Een vaste plek overdag, met werk in de keuken, de tuin en het atelier, voor wie even niet naar school kan.',
    phone: '016 55 50 21',
    email: 'dagbesteding@voorbeeld.be',
    website: null,
  },
  group: {
    about: 'Twaalf weken in een kleine groep, om weer te leren samenwerken. De school volgt mee.',
    phone: null,
    email: 'groepswerking@voorbeeld.be',
    website: null,
  },
};
