// Hindi, in Devanagari and as it is texted in Latin letters. `कल` is both yesterday and tomorrow, so it is no date.
import { counted, type Lexicon } from "#core/conversation/match/reading/lexicon";

export const hi: Lexicon = {
  yes: "हाँ | हां | जी हाँ | जी हां | हाँ जी | हां जी | बिल्कुल | बिलकुल | ज़रूर | जरूर | अवश्य | बेशक | haan | ji haan | haan ji | bilkul | zaroor | jarur | क्यों नहीं | कोई बात नहीं",
  no: "नहीं | नही | ना | न | जी नहीं | नहीं जी | नहीं धन्यवाद | बिल्कुल नहीं | कभी नहीं | अभी नहीं | आज नहीं | nahi | nahin | nhi | nai | ji nahi | bilkul nahi | कतई नहीं",
  agreeing:
    "जी | ji | han | haa | ठीक | ठीक है | अच्छा | सही | सही है | ओके | ok | okay | theek | thik | theek hai | thik hai | accha | acha | sahi | मंज़ूर",
  declining: "नहीं चाहिए | नहीं कर सकता | नहीं कर सकती | गलत | ग़लत | galat | mat | मत",
  undecided:
    "पता नहीं | मालूम नहीं | मुझे पता नहीं | मुझे नहीं पता | नहीं पता | शायद | हाँ और नहीं | pata nahi | shayad | कह नहीं सकता | समझ नहीं आया | समझा नहीं | मैं नहीं समझा | samajh nahi aaya",

  cardinals: [
    ...counted(
      0,
      "शून्य | एक/ek | दो/do | तीन/teen | चार/char/chaar | पाँच/पांच/panch/paanch | छह/छः/छे/chhah/che | सात/saat | आठ/aath | नौ/nau",
    ),
    ...counted(
      10,
      "दस/das | ग्यारह | बारह | तेरह | चौदह | पंद्रह/पन्द्रह | सोलह | सत्रह | अठारह | उन्नीस | बीस/bees",
    ),
    ["तीस", 30],
    ["चालीस", 40],
    ["पचास", 50],
    ["साठ", 60],
    ["सत्तर", 70],
    ["अस्सी", 80],
    ["नब्बे", 90],
    ["सौ", 100],
  ],
  ordinals: counted(
    1,
    `पहला/पहली/पहले/pehla/pehli | दूसरा/दूसरी/दूसरे/dusra/dusri | तीसरा/तीसरी/तीसरे/teesra | चौथा/चौथी/चौथे
    | पाँचवाँ/पांचवां/पाँचवीं/पांचवीं | छठा/छठी | सातवाँ/सातवां/सातवीं | आठवाँ/आठवां/आठवीं | नौवाँ/नौवां/नौवीं | दसवाँ/दसवां/दसवीं`,
  ),
  multipliers: [
    ["हज़ार", 1000],
    ["हजार", 1000],
    ["लाख", 100_000],
    ["lakh", 100_000],
    ["lakhs", 100_000],
    ["करोड़", 10_000_000],
    ["crore", 10_000_000],
  ],
  minus: "माइनस | ऋण",
  numberSigns: "नंबर | नम्बर | number",
  outOf: "में से | मे से | का",
  stars: "स्टार | सितारे | तारे | अंक",

  and: "और | व | तथा | एवं | aur",
  or: "या | ya",
  but: "लेकिन | मगर | बल्कि | lekin",
  not: "नहीं | नही | ना | मत | न | nahi | nahin | बिना | सिवाय | छोड़कर",
  notFollows: true,
  all: "सब | सभी | सारे | सब कुछ | sab | sabhi | उपरोक्त सभी",
  both: "दोनों | dono",
  none: "कोई नहीं | कुछ नहीं | कुछ भी नहीं | इनमें से कोई नहीं | koi nahi",

  before:
    "मैं | मुझे | मेरा | मेरी | मेरा जवाब | जवाब | उत्तर | विकल्प | नंबर | नम्बर | वाला | जी | हाँ | अच्छा | नमस्ते | mujhe | mera | option",
  after:
    "चाहिए | पसंद है | पसंद | है | हैं | वाला | वाली | कृपया | धन्यवाद | शुक्रिया | जी | chahiye | hai | wala | wali | please",

  media: { image: "फ़ोटो", audio: "ऑडियो", video: "वीडियो", document: "दस्तावेज़" },
  dates: {
    days: [
      ["आज", 0],
      ["aaj", 0],
    ],
    months: counted(
      1,
      "जनवरी | फ़रवरी/फरवरी | मार्च | अप्रैल | मई | जून | जुलाई | अगस्त | सितंबर/सितम्बर | अक्टूबर/अक्तूबर | नवंबर/नवम्बर | दिसंबर/दिसम्बर",
    ),
    weekdays: counted(1, "सोमवार | मंगलवार | बुधवार | गुरुवार/बृहस्पतिवार | शुक्रवार | शनिवार | रविवार/इतवार"),
  },
};
