package dev.baton.contract;

import java.util.Set;
import java.util.stream.Stream;

/** Numbers written as words, in English, German and French. */
final class Numerals {

    private static final Set<String> WORDS = Words.set("""
            one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
            eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands
            million millions billion billions dozen dozens half halve halves halved third thirds zero twice thrice
            double doubles doubled doubling triple triples tripled tripling treble quadruple quadrupled tenfold twofold
            threefold
            eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn
            achtzehn neunzehn millionen milliarde milliarden mio mrd tsd dutzend hälfte halbieren halbiert drittel
            viertel doppelt verdoppeln verdoppelt verdopplung verdreifachen verdreifacht vervierfachen
            deux trois quatre cinq huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante
            cinquante soixante mille milliard milliards doubler doublé doublement tripler triplé moitié tiers dizaine
            douzaine vingtaine trentaine cinquantaine centaine centaines milliers
            """);

    /** German writes its numbers in one word: dreihundert, fünfundzwanzig. */
    private static final String[] GERMAN_ENDS = {
        "hundert",
        "tausend",
        "zwanzig",
        "dreißig",
        "dreissig",
        "vierzig",
        "fünfzig",
        "sechzig",
        "siebzig",
        "achtzig",
        "neunzig"
    };

    private Numerals() {}

    static boolean isNumber(String lower) {
        return WORDS.contains(lower)
                || (lower.length() > 5 && Stream.of(GERMAN_ENDS).anyMatch(lower::endsWith));
    }
}
