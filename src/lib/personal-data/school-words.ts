/** Words that say what a school is, not which one. */
const types = new Set(
  (
    'school scholen schooltje basisschool basisscholen kleuterschool lagere lager kleuter middenschool bovenbouw secundair secundaire ' +
    'onderwijs atheneum college instituut institute lyceum campus scholengroep scholengemeenschap vrije vrij gemeentelijke gemeenteschool ' +
    'stedelijke stedelijk stadsschool koninklijk technisch technische buitengewoon buso bubao centrum deeltijds cdbso clw leren werken ' +
    'go vbs gbs sbs bs bsgo ka kta kti vti pti gito rtc tso bso aso humaniora freinetschool steinerschool leefschool methodeschool ' +
    'katholiek katholieke provinciaal provinciale gesubsidieerde vzw voor en heilig heilige onze lieve vrouw'
  ).split(' '),
);

/** Takes a word in plain form. */
export const isSchoolType = (plain: string): boolean => types.has(plain);

/** 'pieterscollege', 'jozefsinstituut' */
export const endsLikeSchool = (plain: string): boolean =>
  /\p{L}{3,}(?:college|instituut|lyceum|atheneum|school|humaniora)$/u.test(plain) && !isSchoolType(plain);
