/**
 * Hamlets and halves of double names that people give as their town, in municipalities of Vlaams-Brabant: 'municipality: names'. No
 * list of Statbel, so never enough by itself: what is typed alone is suggested, and beside its municipality or its code it is read.
 * A name may stand with several municipalities.
 */
export const hamletTable = `
Overijse: Jezus-Eik, Eizer, Maleizen, Tombeek, Terlanen, Notre-Dame-au-Bois
Sint-Pieters-Leeuw: Zuun, Negenmanneke, Mekingen
Hoeilaart: Groenendaal
Tervuren: Moorsel
Sint-Genesius-Rode: Middenhut
Wezembeek-Oppem: Wezembeek, Oppem
Halle: Essenbeek, Breedhout, Sint-Rochus
Vilvoorde: Houtem, Koningslo, Borgt, Het Voor, Far West
Grimbergen: Verbrande Brug, Borgt, Strombeek, 's Gravenmolen
Steenokkerzeel: Humelgem, Wambeek
Meise: Sint-Brixius-Rode, Rossem, Imde, Meusegem, Westrode, Oppem, Eversem
Merchtem: Ossel, Peizegem, Ter Linden
Asse: Walfergem, Krokegem, Asse-ter-Heide, Bollebeek
Opwijk: Droeshout, Nijverseel
Dilbeek: Sint-Anna-Pede, Sint-Gertrudis-Pede, Sint-Ulriks, Wolsem
Lennik: Eizeringen
Roosdaal: Kattem, Ledeberg, Poelk
Kampenhout: Relst, Lelle
Boortmeerbeek: Schiplaken
Haacht: Wakkerzeel, Kelfs, Scharent
Herent: Veltem, Beisem, Kelfs
Kortenberg: Erps, Kwerps, Vrebos
Leuven: Vlierbeek, Blauwput, Egenhoven, Terbank, Putkapel, Casablanca, Boven-Lo, Kesseldal
Oud-Heverlee: Zoet Water
Bierbeek: Bremt
Lubbeek: Sint-Bernard, Gellenberg
Holsbeek: Dutsel, Attenhoven
Aarschot: Wolfsdonk, Ourodenberg, Gijmel
Tremelo: Ninde
Rotselaar: Heikant, Beversluis
Tielt-Winge: Gempe, Kraasbeek, Meensel, Kiezegem, Winge
Scherpenheuvel-Zichem: Schoonderbuken, Okselaar, Keiberg
Bekkevoort: Wersbeek
Kortenaken: Kersbeek, Miskom
Glabbeek: Wever, Zuurbemde
Linter: Orsmaal, Gussenhoven
Zoutleeuw: Booienhoven
Tienen: Grimde, Wulmersum, Avendoren
Hoegaarden: Hoksem, Rommersom, Overlaar, Altenaken
Boutersem: Honsem
`;
