#include "signature_words.hpp"

#include <algorithm>
#include <array>

#include "matching/name_key.hpp"
#include "signature_scan.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/loose.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::paste {
namespace {

using matching::is_listed;

// All lists hold words as loose() makes them, a space behind each.

struct LabelWords {
  Label label;
  std::string_view words;
};

constexpr LabelWords labels[] = {
    {Label::mobile,
     "m c farsimi mob mobile mobil mobiles mobiltelefon mobiel cell cellular cellphone cellulare cel celular handy gsm "
     "natel "
     "portable "
     "port movil telemovel tlm kom komorka kannykka matkapuhelin cep \u043c\u043e\u0431 "
     "\u043c\u043e\u0431\u0438\u043b\u044c\u043d\u044b\u0439 \u043c\u043e\u0431\u0438\u043b\u044c\u043d\u044b\u0438 "
     "\u043c\u043e\u0431\u0456\u043b \u043c\u043e\u0431\u0456\u043b\u044c\u043d\u0438\u0439 \u03ba\u03b9\u03bd "
     "\u03ba\u03b9\u03bd\u03b7\u03c4\u03bf "
     "\u643a\u5e2f \u643a\u5e2f\u96fb\u8a71 \u624b\u673a \u624b\u6a5f \ud734\ub300\ud3f0 \ud734\ub300\uc804\ud654 "
     "\ud578\ub4dc\ud3f0 "},
    {Label::phone,
     "t tel tels o d did ddi dt telephone telefon telefono telefone telefoon phone ph p fon fono fone dial simi fixe "
     "festnetz "
     "landline "
     "tlf telf tfno tfn "
     "puh puhelin direkt direkte durchwahl dw direktwahl switchboard zentrale hauptnummer centralino "
     "\u0442\u0435\u043b\u0435\u0444\u043e\u043d \u0442\u0435\u043b \u03c4\u03b7\u03bb "
     "\u03c4\u03b7\u03bb\u03b5\u03c6\u03c9\u03bd\u03bf \u96fb\u8a71 \u7535\u8bdd \uc804\ud654 "},
    {Label::fax,
     "f fax telefax faks telefaks telecopie telecopieur \u0444\u0430\u043a\u0441 \u03c6\u03b1\u03be \u50b3\u771f "
     "\u4f20\u771f \u30d5\u30a1\u30c3\u30af\u30b9 \ud329\uc2a4 "},
    {Label::email,
     "e email mail emails mails mel courriel correo courrier epost eposta poczta posta \u043f\u043e\u0447\u0442\u0430 "
     "\u043f\u043e\u0448\u0442\u0430 \u30e1\u30fc\u30eb \u90ae\u7bb1 \u90ae\u4ef6 \u96fb\u90f5 \uc774\uba54\uc77c "},
    {Label::web,
     "w web website www homepage internet url webseite site sitio webside hjemmeside strona \u0441\u0430\u0439\u0442 "
     "\u7f51\u5740 \u7db2\u5740 \ud648\ud398\uc774\uc9c0 "},
    {Label::name, "name contact kontakt ansprechpartner nombre nom nome naam navn namn "},
    {Label::title, "title jobtitle position funktion fonction cargo puesto stilling functie "},
    {Label::organization,
     "company firma firm organization organisation societe empresa azienda bedrijf yritys foretag "},
    {Label::address,
     "a address addr adresse anschrift adres indirizzo direccion endereco osoite adress adresa cim "
     "\u0430\u0434\u0440\u0435\u0441 \u0430\u0434\u0440\u0435\u0441\u0430 \u4f4f\u6240 \u5730\u5740 \uc8fc\uc18c "},
    {Label::filler,
     "direct diretto directo directe office work buro bureau oficina ufficio kontor business private privat main "
     "general "
     "number no nr num numero nummer line nbr my post \u044d\u043b "
     "\u044d\u043b\u0435\u043a\u0442\u0440\u043e\u043d\u043d\u0430\u044f \u0434\u0438\u0440 "},
};

constexpr std::string_view roles =
    "ceo cfo cto coo cmo cio cpo chro ciso cso vp svp evp avp president vicepresident vicepresidente founder cofounder "
    "owner "
    "partner principal chairman chairwoman chairperson director vezeto directeur directrice direktor direktorin "
    "direktoren direttore direttrice diretor diretora directora managing manager managerin geschaftsfuhrer "
    "geschaftsfuhrerin "
    "geschaeftsfuhrer geschaeftsfuehrer geschaeftsfuehrerin geschaftsfuhrender geschaftsleiter geschaftsleitung "
    "prokurist "
    "prokuristin inhaber inhaberin leiter leiterin leitung bereichsleiter bereichsleiterin teamleiter teamleiterin "
    "abteilungsleiter abteilungsleiterin vertriebsleiter vertriebsleiterin projektleiter projektleiterin filialleiter "
    "head "
    "chief lead leader officer engineer ingenieur ingenieurin ingeniero ingeniera ingegnere engenheiro engenheira "
    "ingenior "
    "ingenjor developer entwickler entwicklerin softwareentwickler programmer architect architekt architektin "
    "architecte "
    "arquitecto arquitecta architetto consultant berater beraterin consulente consultor consultora konsulent konsult "
    "conseiller conseillere analyst analyste analista accountant bookkeeper buchhalter buchhalterin comptable contable "
    "contador contadora ragioniere controller kontrolleri kontroller assistant assistentin assistent assistenz "
    "assistente "
    "asistente assistante secretary sekretar sekretarin secretaire secretaria segretaria coordinator koordinator "
    "koordinatorin coordinateur coordinatrice coordinador coordinadora coordenador coordenadora coordinatore "
    "specialist "
    "spezialist spezialistin specialiste especialista specialista representative agent advisor adviser attorney lawyer "
    "solicitor rechtsanwalt rechtsanwaltin advokat avocat avocate abogado abogada advogado advogada avvocato notary "
    "notaire "
    "notar professor professorin lecturer researcher scientist designer grafikerin grafiker copywriter editor "
    "redakteur "
    "redakteurin journalist technician techniker technikerin technicien administrator buyer einkaufer einkauferin "
    "acheteur "
    "acheteuse planner recruiter strategist producer supervisor superintendent foreman clerk sachbearbeiter "
    "sachbearbeiterin "
    "referent referentin gestionnaire responsable responsabile responsavel chef cheffe jefe jefa encargado encargada "
    "socio "
    "socia fundador fundadora fondateur fondatrice fondatore gerant gerante gerente presidente presidenta prezes "
    "dyrektor "
    "kierownik specjalista specjalistka ksiegowa ksiegowy inzynier reditel reditelka jednatel jednatelka vedouci "
    "manazer "
    "manazerka ucetni ugyvezeto igazgato toimitusjohtaja johtaja paallikko asiantuntija leder saljare salgssjef "
    "okonomisjef ekonomichef vd sjef radgiver ansvarlig ekonomiansvarig konsulentti innehavare innehaver "
    "bedrijfsleider "
    "zaakvoerder bestuurder medewerker adviseur mudur muduru yonetici uzman uzmani muhendis "
    "\u0434\u0438\u0440\u0435\u043a\u0442\u043e\u0440 \u043c\u0435\u043d\u0435\u0434\u0436\u0435\u0440 "
    "\u0440\u0443\u043a\u043e\u0432\u043e\u0434\u0438\u0442\u0435\u043b\u044c "
    "\u0438\u043d\u0436\u0435\u043d\u0435\u0440 \u0431\u0443\u0445\u0433\u0430\u043b\u0442\u0435\u0440 "
    "\u043d\u0430\u0447\u0430\u043b\u044c\u043d\u0438\u043a "
    "\u0441\u043f\u0435\u0446\u0438\u0430\u043b\u0438\u0441\u0442 \u043a\u0435\u0440\u0456\u0432\u043d\u0438\u043a "
    "\u03b4\u03b9\u03b5\u03c5\u03b8\u03c5\u03bd\u03c4\u03b7\u03c2 "
    "\u03b4\u03b9\u03b5\u03c5\u03b8\u03c5\u03bd\u03c4\u03c1\u03b9\u03b1 "
    "\u03b4\u03b9\u03b5\u03c5\u03b8\u03c5\u03bd\u03c9\u03bd \u03c3\u03c5\u03bc\u03b2\u03bf\u03c5\u03bb\u03bf\u03c2 "
    "\u03b3\u03b5\u03bd\u03b9\u03ba\u03bf\u03c2 ";

// Ends of compound words: "Vertriebsleiterin", "prosjektleder"; "Besuchsadresse".
constexpr auto role_endings = std::to_array<std::string_view>(
    {"leiter",       "leiterin",    "leder",     "manager",  "managerin", "direktor",    "direktorin",
     "ingenieur",    "ingenieurin", "ingenior",  "ingenjor", "berater",   "beraterin",   "entwickler",
     "entwicklerin", "techniker",   "konsulent", "konsult",  "assistent", "assistentin", "architekt",
     "chef",         "sjef",        "radgiver",  "ansvarig", "ansvarlig"});
constexpr auto address_endings =
    std::to_array<std::string_view>({"adresse", "address", "adress", "adres", "anschrift"});

template <std::size_t Size>
bool ends_compound(std::string_view word, const std::array<std::string_view, Size>& endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
    return word.size() > ending.size() + 2 && word.ends_with(ending);
  });
}

// Written without spaces around them, so looked for anywhere.
constexpr auto role_signs = std::to_array<std::string_view>(
    {"\u53d6\u7de0\u5f79", "\u90e8\u9577", "\u8ab2\u9577", "\u793e\u9577", "\u4fc2\u9577", "\u4e3b\u4efb",
     "\u7d4c\u7406\u90e8", "\u7ecf\u7406", "\u7d93\u7406", "\u603b\u76d1", "\u5de5\u7a0b\u5e08", "\u8463\u4e8b\u957f",
     "\ub300\ud45c", "\ubd80\uc7a5", "\uacfc\uc7a5", "\ud300\uc7a5", "\uc774\uc0ac", "\ub300\ub9ac"});

constexpr std::string_view honorifics =
    "dr prof cpt capt ia ppa mr mrs ms miss mx herr frau hr fr mme mlle monsieur madame sr sra srta dott dottssa dra "
    "ing "
    "dipling diplom "
    "diplkfm diplinform mag sir dame lic licda arq ir drs eng doc mudr phdr \u0433 pan pani ";
constexpr std::string_view degrees =
    "phd md mba ing peng  emba msc bsc ma ba bs ms mphil llm llb jd cpa cfa ca acca cima pmp dds esq jr sr ii iii iv "
    "frcs pe rn ceng "
    "cissp beng meng bcom mcom dphil edd mph csc fca hc mmag ";
constexpr std::string_view particles =
    "van von der den de del della delle di da dos das do du des la le les el al bin ibn ben abu ter ten te zu zum zur "
    "af av y "
    "e i st ";

constexpr std::string_view common_words =
    "team sales support service services department dept abteilung vertrieb marketing finance billing accounts "
    "accounting "
    "buchhaltung einkauf division unit office customer customers client human resources hr it research development "
    "operations "
    "group holding studio studios consulting solutions systems technologies technology software media design partners "
    "associates agency industries international global institute university universitat universite universidad college "
    "school "
    "hospital clinic bank foundation stiftung verein association society church museum hotel restaurant cafe bakery "
    "club "
    "center centre zentrum labs lab works company shop store market news newsletter report update meeting minutes "
    "notes "
    "summary agenda invoice offer order project product conditions terms privacy policy confidential notice "
    "unsubscribe "
    "january february march july september october november december monday tuesday wednesday thursday "
    "friday saturday sunday januar februar marz juni juli oktober dezember montag dienstag mittwoch donnerstag freitag "
    "hello hi hey dear hallo liebe lieber bonjour hola ciao hei moin sehr good happy new great kind regards "
    "thanks "
    "thank greetings sent from subject date to cc the our your this and und et og och for with by about all please "
    "visit "
    "follow click join today tomorrow hours head offices street road avenue building floor ";

constexpr std::string_view registers =
    "hrb hra handelsregister amtsgericht registergericht sitz ust ustid ustidnr uid vat vatno tva siret siren rcs "
    "capital cvr "
    "kvk btw iva piva cif nif cnpj cpf abn acn gst gstin orgnr org iban bic swift bank konto steuernummer stnr regon "
    "krs nip "
    "registered registration reg vorsitzender vorstand aufsichtsrat vertretungsberechtigt linkedin xing twitter "
    "facebook "
    "instagram skype whatsapp telegram wechat youtube tiktok teams zoom calendly \u0438\u043d\u043d \u043a\u043f\u043f "
    "\u043e\u0433\u0440\u043d ";

bool any_listed(std::string_view text, std::string_view list) {
  const std::vector<std::string> words = loose_words(text);
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return is_listed(list, word); });
}

}  // namespace

std::string loose(std::string_view word) {
  // The reader takes "st" for "saint".
  if (word.size() == 2 && text::equals_ignoring_case(word, "st")) return "st";
  text::LooseReader reader{word};
  std::string out;
  for (char32_t c = reader.next(); c != 0; c = reader.next()) text::append_utf8(out, c);
  return out;
}

std::vector<std::string> loose_words(std::string_view text) {
  std::vector<std::string> words;
  text::LooseReader reader{text};
  for (char32_t c = reader.next(); c != 0; c = reader.next()) {
    if (reader.began_word() || words.empty()) words.emplace_back();
    text::append_utf8(words.back(), c);
  }
  return words;
}

Label label_of(std::string_view word) {
  for (const LabelWords& one : labels) {
    if (is_listed(one.words, word)) return one.label;
  }
  if (ends_compound(word, address_endings)) return Label::address;
  return Label::none;
}

bool is_label(std::string_view text) {
  if (text.size() > 40) return false;
  const std::vector<std::string> words = loose_words(text);
  return !words.empty() && words.size() <= 4 &&
         std::all_of(words.begin(), words.end(), [](const std::string& word) { return label_of(word) != Label::none; });
}

bool has_role(std::string_view text) {
  const std::vector<std::string> words = loose_words(text);
  if (std::any_of(words.begin(), words.end(),
                  [](const std::string& word) { return is_listed(roles, word) || ends_compound(word, role_endings); }))
    return true;
  return std::any_of(role_signs.begin(), role_signs.end(),
                     [&](std::string_view sign) { return text.find(sign) != std::string_view::npos; });
}

bool has_common_word(std::string_view text) { return any_listed(text, common_words); }
bool is_honorific(std::string_view word) { return is_listed(honorifics, word); }
bool is_degree(std::string_view word) { return is_listed(degrees, word); }
bool is_particle(std::string_view word) { return is_listed(particles, word); }

bool is_register_line(std::string_view text) {
  const std::vector<std::string> words = loose_words(text);
  if (words.empty()) return false;
  if (is_listed(registers, words[0])) return true;
  if (words.size() > 1 && words[0].size() <= 2 && is_listed(registers, words[0] + words[1])) return true;  // "P.IVA"
  // "Gesch\u00e4ftsf\u00fchrer: ..." names somebody else.
  const std::size_t colon = text.find(':');
  return colon != std::string_view::npos && has_role(text.substr(0, colon));
}

}  // namespace vestibule::paste
