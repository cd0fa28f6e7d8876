/**
 * Family names that are frequent in Flanders and are no everyday word: enough by themselves, with a capital.
 * 'De Smet', 'De Vos' and the like are words, and are found beside a first name, an initial or a word such as 'mevrouw'.
 */
export const familyNames: ReadonlySet<string> = new Set(
  `peeters janssens jacobs mertens willems goossens wouters vermeulen pauwels hermans aerts michiels martens declercq
  desmet devos verhoeven hendrickx smets janssen stevens lemmens vandamme verstraeten segers claeys cools coppens dhondt bogaerts
  vandenberghe vandenbroeck vanderlinden thijs nys symons christiaens baeten vermeersch verbeke vercammen verheyen moens
  vanhove bosmans benali yilmaz kaya elamrani benyahia elidrissi ozturk`
    .trim()
    .split(/\s+/),
);
