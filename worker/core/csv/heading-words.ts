// What people call the columns we know, in the languages our sentences are in and a few more. Folded as `normalise` folds.

export const HEADING_WORDS = {
  number: `number, phone, phone number, mobile, mobile number, mobile phone, cell, cell phone, cellphone, telephone, tel, whatsapp,
    whatsapp number, msisdn, contact number, phone 1 - value, telefon, telefonnummer, handy, handynummer, mobil, mobilnummer,
    mobiltelefon, rufnummer, nummer, telefono, numero, numero de telefono, telefono movil, movil, celular, numero de celular,
    telephone portable, numero de telephone, portable, no de telephone, telefone, numero de telefone, telemovel, cellulare,
    numero di telefono, telefoon, telefoonnummer, mobiel, gsm, هاتف, رقم الهاتف, الهاتف, جوال, رقم الجوال, موبايل, फोन, फ़ोन, मोबाइल,
    फोन नंबर, मोबाइल नंबर, 电话, 手机, 手机号, 手机号码, 电话号码, телефон, номер, номер телефона, мобильный`,
  name: `name, full name, contact name, display name, person, contact, vollstandiger name, vor- und nachname, nombre,
    nombre completo, nombre y apellido, nom, nom complet, nom et prenom, nome, nome completo, naam, volledige naam, الاسم,
    اسم, الاسم الكامل, नाम, पूरा नाम, 姓名, 名字, имя, фио`,
  language: `language, lang, locale, preferred language, sprache, idioma, lengua, langue, lingua, taal, اللغة, لغة, भाषा, 语言, язык`,
  zone: `zone, time zone, timezone, tz, zeitzone, zona horaria, huso horario, fuseau horaire, fuseau, fuso horario, fuso orario,
    tijdzone, المنطقة الزمنية, समय क्षेत्र, 时区, часовой пояс`,
  tags: `tags, tag, labels, label, groups, group, list, lists, group membership, schlagworte, gruppe, gruppen, etiqueta, etiquetas,
    grupo, grupos, etiquette, etiquettes, groupe, groupes, etichette, gruppo, groep, groepen, وسوم, مجموعة, टैग, समूह, 标签, 分组, теги, группа`,
  grant: `consent, granted, opt in, opted in, optin, sms consent, sms opt in, marketing consent, agreed, agrees, subscribed,
    permission, einwilligung, zustimmung, einverstanden, consentimiento, acepta, consentement, accord, consentimento, consenso,
    toestemming, موافقة, सहमति, 同意, согласие`,
  suppression: `opted out, opt out, optout, suppressed, unsubscribed, unsubscribe, do not contact, do not text, do not call,
    dnc, blocked, abgemeldet, nicht kontaktieren, gesperrt, baja, no contactar, desinscrit, desabonne, ne pas contacter,
    descadastrado, nao contatar, disiscritto, afgemeld, إلغاء الاشتراك, सदस्यता समाप्त, 退订, отписан`,
  first_name: `first name, firstname, given name, forename, vorname, primer nombre, prenom, primeiro nome, voornaam, الاسم الأول, पहला नाम, 名`,
  last_name: `last name, lastname, surname, family name, nachname, familienname, apellido, apellidos, nom de famille, sobrenome,
    apelido, cognome, achternaam, اسم العائلة, उपनाम, 姓, фамилия`,
} as const;

/** What a cell of a consent column says. */
export const YES_WORDS = `yes, y, true, t, 1, x, ok, on, granted, agreed, subscribed, opted in, opted-in, optin, ja, j, wahr, si, s, verdadero,
  oui, o, vrai, sim, verdadeiro, vero, waar, نعم, हाँ, हां, 是, да, ✓, ✔, √, ☑`;
export const NO_WORDS = `no, n, false, f, 0, -, off, none, not granted, unsubscribed, opted out, opted-out, optout, unknown, null, n/a,
  nein, falsch, falso, non, faux, nao, nee, onwaar, لا, नहीं, 否, нет, ☐, ✗, ✘`;
