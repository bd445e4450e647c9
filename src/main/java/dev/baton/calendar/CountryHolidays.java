package dev.baton.calendar;

import static java.util.stream.Collectors.toUnmodifiableSet;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The public holidays of a country, or of a part of it, as jollyday knows them: from 1900 to 2199, both the day itself and
 * the day on which it is kept where it falls on a weekend.
 */
public final class CountryHolidays implements Holidays {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private final HolidayManager country;
    private final String[] region;
    private final Map<Integer, Set<LocalDate>> years = new ConcurrentHashMap<>();

    private CountryHolidays(HolidayManager country, String[] region) {
        this.country = country;
        this.region = region;
    }

    /**
     * The holidays of a country or a part of one.
     *
     * @param code of ISO 3166: a country such as {@code AT}, or a part of one such as {@code DE-BY}
     * @throws IllegalArgumentException with a sentence, for one that is not known
     */
    public static CountryHolidays of(String code) {
        var parts = code.strip().toLowerCase(Locale.ROOT).split("-", -1);
        if (!HolidayManager.getSupportedCalendarCodes().contains(parts[0].toUpperCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "No holidays are known under this code: write a country as ISO 3166 does, such as AT, or a part of"
                            + " one, such as DE-BY or US-CA.");
        }
        var country = HolidayManager.getInstance(ManagerParameters.create(parts[0]));
        var region = Arrays.copyOfRange(parts, 1, parts.length);
        checkRegion(country.getCalendarHierarchy(), region);
        return new CountryHolidays(country, region);
    }

    private static void checkRegion(CalendarHierarchy country, String[] region) {
        var within = country;
        for (var part : region) {
            var known = within.getChildren();
            if (!known.containsKey(part)) {
                throw new IllegalArgumentException("This part of the country is not known: "
                        + (known.isEmpty()
                                ? "write the code without it."
                                : "write the code without it, or with one of "
                                        + String.join(", ", new TreeSet<>(known.keySet())) + "."));
            }
            within = known.get(part);
        }
    }

    @Override
    public boolean include(LocalDate day) {
        var year = day.getYear();
        return year >= FIRST_YEAR
                && year <= LAST_YEAR
                && years.computeIfAbsent(year, this::holidays).contains(day);
    }

    /** A holiday may be kept in the year before or after its own, as New Year's Day on a Saturday is. */
    private Set<LocalDate> holidays(int year) {
        return IntStream.rangeClosed(year - 1, year + 1)
                .mapToObj(Year::of)
                .flatMap(one -> country.getHolidays(one, HolidayType.PUBLIC_HOLIDAY, region).stream())
                .flatMap(holiday -> Stream.of(holiday.getDate(), holiday.getActualDate()))
                .filter(day -> day.getYear() == year)
                .collect(toUnmodifiableSet());
    }
}
