// German.
import type { Wording } from "../wording.ts";

const MESSAGES = "nachrichten|nachricht|sms|texte|mitteilungen|werbung|spam|whatsapps|benachrichtigungen";
const VERB =
  "(schreib|schreibe|schreiben|schreibt|kontaktier|kontaktiere|kontaktieren|kontaktiert|belastige|belastigen|belastigt)";
const SEND = "(schick|schicke|schicken|schickt|sende|senden|sendet)";
const UNSUBSCRIBE = `(mich |uns )?(abmelden|austragen|abbestellen)( liste| verteiler)?|(diese |die )?(${MESSAGES}) abbestellen`;

export const de: Wording = {
  optOut:
    "stop | stopp | stoppen | abmelden | abmeldung | abbestellen | austragen | beenden | aufhören | ende",
  optIn: "wieder anmelden",
  yes: "ja | anmelden | starten | beginnen",
  help: "hilfe",
  hints: `stopp | stoppen | abmelden | abbestellen | austragen | beenden | aufhören | hör auf | hören sie auf | kündigen | in ruhe | falsche nummer`,
  openings: `bitte | hallo | hi | guten tag | ok | nein | danke | sorry | können sie | könnten sie | kannst du | könntest du | würden sie
    | ich will dass | ich möchte dass | falsche nummer`,
  wishOpenings: "ich möchte | ich will | ich würde gerne | wie kann ich | wie | kann ich | wir möchten",
  fillers: `bitte | danke | sie | du | ihr | jetzt | sofort | endlich | mal | doch | zu | an | in | von | vom | aus | der | die | das | den | dem | diese | diesen
    | dieser | ihre | ihrer | ihrem | eure | eurer | deine | deiner | meine | weitere | weiteren | gerne`,
  asks: [
    "(stop|stopp|stoppt|stoppen)( damit)?",
    `(hor|hore|hort|horen) (auf|damit auf)( (mir|mich|uns))?( (schreiben|senden|schicken|belastigen|kontaktieren))?( (${MESSAGES}))?( (schreiben|senden|schicken))?`,
    `${VERB} (mir|mich|uns) (nicht mehr|nie wieder|nie mehr)( (an|schreiben))?`,
    `${SEND} (mir |uns )?keine (${MESSAGES})( mehr)?`,
    `(stoppen|stoppt|stopp|beenden|beendet) (${MESSAGES})`,
    `((ich|wir) )?((mochte|mochten|will|wollen|wunsche) )?keine (${MESSAGES}) mehr( (bekommen|erhalten|empfangen|haben))?`,
    `((ich|wir) )?(mochte|mochten|will|wollen|wunsche) keine (${MESSAGES})( (bekommen|erhalten|empfangen|haben))?`,
    "(melde|melden|meldet) (mich|uns) ab",
    "(tragt|trage|tragen) (mich|uns) (aus|liste aus|verteiler aus)",
    "(streich|streiche|streichen|streicht|nimm|nehmt|nehmen|entferne|entfernen|entfernt|losche|loschen|loscht) (mich|uns|mich raus) (liste|verteiler|datenbank)",
    "(losche|loschen|loscht|losch) (mich|nummer|rufnummer)",
    "(lass|lasst|lassen) (mich|uns) ruhe",
    UNSUBSCRIBE,
  ],
  wishes: [UNSUBSCRIBE, `keine (${MESSAGES}) mehr( (bekommen|erhalten|empfangen))?`],
  rather: ".*lieber.*|.*stattdessen.*|(bitte )?(ruf|rufen) .*",
  sentences: {
    optedOut: "Erledigt: Sie bekommen keine Nachrichten mehr von uns. Mit START melden Sie sich wieder an.",
    optedIn:
      "Erledigt: Sie bekommen unsere Nachrichten wieder. Mit STOP melden Sie sich ab, HELP gibt Hilfe.",
    help: "Mit STOP bekommen Sie keine Nachrichten mehr von uns, mit START wieder welche.",
  },
};
