import { firstNamesAlsoWords } from './names/first-names-also-words.js';
import { firstNamesElsewhere as listElsewhere } from './names/first-names-elsewhere.js';
import { firstNamesHere } from './names/first-names-here.js';

const names = `
  aaron abdel abdullah achmed adam adem ahmed aicha aisha alessandro alexander alexandre ali alice aline alissa alya amber amelie amin amina
  amine amir amira amy anas andreas anna annelies anouk anthony antoine ariane arne arthur astrid axel aya ayaan ayman ayoub aylin
  basil bart bas benjamin bilal birgit bjorn boris bram brecht britt bruno caitlin camille carla caro caroline casper cedric celine
  charlotte chloe clara clement cleo daan dagmar daniel daria david dario dennis diego dina dorien dylan eden ela elena elias elif elina
  eline elisa elise elke ella ellen elodie eloise els emiel emile emilia emily emine emir emma emre ender eric erik esra estelle esther eva
  evelien fadi farah fatima fatma febe felix femke ferre filip fien finn flor floor floris francois frederik gabriel gaelle gert gilles giel
  hamza hannah hanne hannes hasan hassan hatice helena hendrik hugo ibrahim ilias ilse ilyas imane imran ines inge inaya isaac isabel isabelle
  ismael issam ivan jade jakob jamal jana janne jari jarne jarno jasmine jason jasper jef jelle jens jente jeroen jesse jessica jill
  jinte joao johan jolien jonas jonathan jonah joren joris jorne josse juliette jules julia julie julien juna jurgen justine kaat kaan
  karel karim kasper kato katrien kenji kevin khadija khalid kiara kimberly kjell klaas kobe koen kyan kyara laila lander lars laura lauren
  laurens laure lea leen lena lenn lennert leon leonie leonardo leyla lewis lex liam lien liesbeth liese lieselot lily lina linde linn lisa lise
  lize lore lorenzo lotte louis louise lowie luca lucas lucie luis luka lukas luna lyam maarten maartje maaike mahmoud malak malik manon marie
  marieke marjolein maryam marwa mateo mathias mathijs mathis matteo matthias mats maud maurice mauro maxim maxime maya mehdi mehmet
  melissa merel merve michiel miel mika mila milan mira mohamed mohammad mohammed muhammed mona moussa mustafa myla nadia naim nathan
  nawal nele nicolas niels niko nina noa noah noe noemie nora norah noor nore nour oceane oleksandr olena olivia oliver omar omer oscar oskar osman otis
  otto pauline paulien pieter pietjan quinten rachid rana rania rayan rayane renee riad rik rinus robbe robin roel romain romy ruben rune
  saar saba safa said salma samira samuel sander sandra sanne sara sarah sebastian selma sena seppe serena siebe siemen sien silke simon
  sofia sofiane sofie soren stef stefanie steven stijn sumeyye suzanne svitlana sven tarik tess thibault thibaut thibo thijs thomas tibo timo tobias
  tom tristan tuur valentina vanessa veerle victor viktor vince vincent volodymyr walid wannes ward warre wassim wietse willem wout wouter xander
  yana yanis yara yasin yasmin yasmina yasmine yassin yassine younes yousra youssef yusuf yvan zakaria zara zayn zeynep zineb zita zoe zohra`;

/** Dutch, or so often the name of a thing or an organisation that a capital says too little. */
const ambiguous =
  'said amber linde luna merel noor rik robin els elke ella eden flor floor caro jade maya lars ward leen mats koen roel';

const setOf = (list: string): string[] => list.trim().split(/\s+/);
const unclear = new Set(setOf(ambiguous));

/**
 * First names of several generations and origins, in the form that words are compared by: a name in small letters too. A name
 * that is also a Dutch word, a locality or an organisation stays out.
 */
export const firstNames: ReadonlySet<string> = new Set(
  [...setOf(names), ...setOf(firstNamesHere)].filter((name) => !unclear.has(name)),
);

/** First names from elsewhere, and those that are English words: names with a capital. */
export const firstNamesElsewhere: ReadonlySet<string> = new Set(
  setOf(listElsewhere).filter((name) => !unclear.has(name)),
);

/** Those left out above: a name when a word beside it says so, or with a capital inside a sentence. */
export const ambiguousFirstNames: ReadonlySet<string> = new Set([
  ...unclear,
  ...setOf('roos storm lente sam jan piet pol bo jo tim iris april fleur mees ties tuur sterre lieve nova bert'),
  ...setOf(firstNamesAlsoWords),
]);
