import type { SchoolForm } from './codes.js';

/** A provider that public sources confirm, as it stands before the desk fills in contacts and availability. */
export interface ConfirmedProvider {
  readonly name: string;
  readonly roundTableBy: 'clb' | 'provider';
  readonly regions: readonly string[];
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
  readonly schoolForms: readonly SchoolForm[];
  readonly fromFirstSecondary: boolean;
  readonly naft: boolean;
}

/** R8: NAFT is for secondary education in all its forms, and for who has no school (R6). */
const secondaryOrNone: readonly SchoolForm[] = [
  'grade-1',
  'aso',
  'tso',
  'bso',
  'kso',
  'buso',
  'dbso',
  'syntra',
  'none',
];

/**
 * The only providers this program ships (public pages of the Meldpunt, R7, R8, R10, R17). Their contacts are not
 * published there, so they are empty: the desk fills them in. Everything here can be changed by the desk afterwards.
 */
export const confirmedProviders: readonly ConfirmedProvider[] = [
  {
    name: 'NAFT-Leerrecht Vlaams-Brabant Oost',
    roundTableBy: 'provider',
    regions: ['VBO'],
    minimumAge: 12,
    maximumAge: 18,
    schoolForms: secondaryOrNone,
    fromFirstSecondary: false,
    naft: true,
  },
  {
    name: 'NAFT-Leerrecht Asse-Halle-Vilvoorde',
    roundTableBy: 'clb',
    regions: ['AHV'],
    minimumAge: null,
    maximumAge: null,
    schoolForms: secondaryOrNone,
    fromFirstSecondary: false,
    naft: true,
  },
  {
    name: 'Steunpunt Groene Zorg',
    roundTableBy: 'provider',
    regions: ['VBO', 'AHV'],
    minimumAge: null,
    maximumAge: null,
    schoolForms: [],
    fromFirstSecondary: true,
    naft: false,
  },
];
