const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Parts of names that by themselves name nobody. */
export const particles = set(`
  van de der den het t ten ter te op in d de la le les du des di da do dos das del della von zu zur el al ul as ash at ben bin
  bint ibn ould abu abou abd oglu mc mac o y e en und und i aan bij s sint st sainte saint san santa jr sr`);

/** What may stand inside a name, between its capitals: 'Yasmine el Amrani', but not 'Pelt en Genk'. */
export const nameLinks = set(
  `van de der den t ten ter te d la le du des di da do dos das del della von zu el al ul ben bin bint ibn abu`,
);

/**
 * First and family names that are also words of every day. As a name of the case they count only with a capital, or with
 * another part of the name beside them.
 */
export const wordsThatAreNames = set(`
  roos storm lente zomer herfst winter bloem wolf beer ster sterre zon maan linde fleur hope june juni mei april maart augustus
  lieve mille door lot mees peer star faith west oost noord zuid bos bosch berg velde veld meer bakker smet smit smid jong jonge
  groot groote grote klein kleine wit witte zwart bruin rood lang lange kort korte goed goede vos kok boer prins koning keizer
  haas vink mol leeuw dag tijd heer vriend school kamp dijk brug molen steen kerk land beek pop stoop rust moor stam wind
  regen sneeuw jade amber robin vlinder duif merel sem wens rik will mark stan dries max bram art mens man vrouw kind engel
  frank sterk rond visser wever wevers timmerman schepen schepens meester meesters claes ridder bode maas schelde dender zenne
  frans duits noors fins engels deens iers pools zweeds koen vast hart hert ram lam paard haan pauw oud oude nieuw nieuwe
  boom eik es linden olm appel peeters druif graaf ruiter geest hemel paus abt munt goud zilver ijzer staal glas zee sky river
  sam tom tim pim noor iris viola dahlia margriet jasmijn hazel olive ivy liv leen ann an ine els bert mats roel ties nova luna
  aurora stella gloria vera clara linde mare marin delphine bo jo jan piet pol chris les elke iedere ella elle else ander andere`);

const roles = `leerling leerlingen jongere jongeren ouder ouders kind kinderen meisje jongen moeder vader mama papa school scholen
  directie directeur leerkracht leerkrachten collega collegas begeleider medewerker gezin gezinnen familie klas klassen groep team`;
const small = `de het een er dit dat deze die in op bij voor van met na om onder over door tot als maar en of ook wij we ik je u hij ze zij
  onze ons mijn hun haar zijn is was werd wordt heeft hebben had kan moet mag wil zou zal gaat komt niet geen wel nog al sinds toen
  dan dus want omdat zodat hoe wat wie waar wanneer waarom welke elke elk alle veel meer meest sommige andere eerste tweede derde
  vierde vijfde zesde zevende nu daarna daarom daardoor misschien vandaag gisteren morgen ja nee zo te the a an and or of for with
  this that these there it he she they we i you my our his her their is are was were has have not no`;
const time = `januari februari maart april mei juni juli augustus september oktober november december maandag dinsdag woensdag donderdag
  vrijdag zaterdag zondag pasen kerst kerstmis allerheiligen krokus paasvakantie herfstvakantie kerstvakantie krokusvakantie
  zomervakantie ramadan suikerfeest offerfeest`;
const subjects = `latijn grieks wiskunde wetenschappen nederlands frans engels duits spaans italiaans arabisch turks pools russisch oekraiens
  economie moderne talen handel verkoop zorg welzijn mechanica hout elektriciteit techniek sport godsdienst zedenleer islam humane
  kantoor informatica stem steam okan buso bso tso aso kso dbso`;
const belonging = `belg belgisch belgische vlaams vlaamse vlaanderen belgie belgium brussels brusselse waals waalse nederlandse franse
  duitse engelse oekraine oekraiense syrie syrisch syrische afghaans afghaanse afghanistan turkse turkije marokkaanse marokko
  roma bulgaarse roemeense poolse russische spaanse italiaanse portugese eritrese somalische irakese iraakse iraanse palestijnse
  congolese ghanese chinese albanese kosovaarse spanje frankrijk polen roemenie bulgarije syriers islamitische joodse europa
  europese wallonie hageland pajottenland limburg antwerpen zennevallei brabant`;
const organisations = `vdab clb clbs naft jac jes intro groep tejo recht leren meldpunt arktos lejo awel caw ckg jgz ggz opgroeien agodi lop
  ocmw cgg pcc ond onderwijs overheid agentschap departement minister ministerie decreet codex kind gezin huis vzw syntra arktos
  alba oranjehuis wingerd kompas overkop 1g1p eenplus netwerk samenwerkingsverband leersteun leersteuncentrum time out connect
  noodopvang zorgboerderij teams sharepoint lars smartschool wisa discimus vclb go kov ovsg pov katholiek vrij stad provincie
  gemeente politie parket jeugdrechtbank jeugdhulp integrale crisis sociaal vertrouwenscentrum sensoa bednet radicaal rode kruis
  signaal werkgroep vergadering`;

/** Capitalised words that are nobody's name: openings, times, subjects, origins, organisations, offices. */
export const namesNobody = set([roles, small, time, subjects, belonging, organisations].join(' '));

/** Themes that are written with a capital now and then: 'het dossier Leerrecht'. */
export const soundsLikeTheme = (plain: string): boolean =>
  /^(?:leer|school|onderwijs|jeugd|zorg|hulp|welzijn|spijbel|wacht|basis|brug|jongeren|ouder|kinder)\p{L}{3,}/u.test(
    plain,
  );

/** Adjectives of origin by their ending, for those that stand in no list. */
export const soundsLikeOrigin = (plain: string): boolean => /(?:aanse|ische|ijnse|eense|ense|aalse|kse)$/.test(plain);
