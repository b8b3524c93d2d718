"""What begins at a group of digits: a whole number, one more of a list, a Durchwahl, a local number, or nothing."""

from __future__ import annotations

from dataclasses import replace

from pipeline.transform.phone_behind import TRUNK
from pipeline.transform.phone_grammar import Number, Outcome, Problem, has_plus, read_extension, read_tail, read_whole
from pipeline.transform.phone_lent import (
    Spot,
    completed,
    extended,
    grouped_stem,
    is_overlong,
    local,
    stem_for,
    under_same_main,
    whole_local,
)
from pipeline.transform.phone_memory import PhoneMemory
from pipeline.transform.phone_named import is_of_remark
from pipeline.transform.phone_shapes import (
    Parts,
    ends_list,
    fills_column,
    fills_line,
    has_hyphen,
    is_column,
    is_dashed,
    is_evident,
    lists,
    stands_free,
)


class GroupReader(PhoneMemory):
    """A reader who knows what a group of digits is after all that was read before it."""

    @property
    def _trusts(self) -> bool:
        """True where bare digits are a number."""
        return self.label.says_phone or self.labelled

    def _outcome(self, spot: Spot) -> Outcome | None:
        """The number or problem at a group, None where nothing says that it is a number."""
        parts, at = spot.parts, spot.at
        dashed = is_dashed(parts, at)
        lone_zero = parts[at].digits == "0" and at > 0 and bool(self.chain)
        if has_plus(parts[at]) or (parts[at].digits[0] == "0" and not dashed and not lone_zero):
            return self._whole(spot)
        if at and parts[at].sep in ("", "."):
            return None  # what stands behind a number and a blank is none: a room, a postcode
        tail = self._tail(spot, dashed)
        if tail is not None:
            return tail
        if dashed:
            return self._dashed(spot)
        if self.chain and self.label.says_phone and not has_hyphen(parts, at):
            return None  # a figure behind a comma that does not go on with the list
        return self._bare(spot)

    def _whole(self, spot: Spot) -> Outcome | None:
        result, then = read_whole(spot.parts, spot.at, spot.word_follows)
        if self._trusts or self.label.kinds or self.chain:
            return result, then
        if isinstance(result, Problem):
            announced = self.label.area and result.area
            cut = result.code == "phone_truncated" and then - spot.at > 1
            if announced or (cut and count_digits(spot.parts[spot.at : then]) > 4):
                return result, then
            self._pass_over(result)
            return None
        trunk = TRUNK.match(spot.signs, result.end) is not None
        if trunk or is_evident(spot.parts[spot.at : then], result, spot.signs):
            return result, then
        self._pass_over(result)
        return None

    def _pass_over(self, result: Number | Problem) -> None:
        """What may be a main number is behind the reader: a Durchwahl that follows is not that of another."""
        if result.stem:
            self.dialing = self.dialing.behind(result.stem)

    def _tail(self, spot: Spot, dashed: bool) -> Outcome | None:
        """A further number of a list."""
        parts, at = spot.parts, spot.at
        if not self.chain or (at and not lists(parts[at])):
            return None
        if not dashed and has_hyphen(parts, at):
            return under_same_main(spot, self.dialing) or local(spot, self.dialing)
        if not dashed and not ends_list(spot.signs, parts, at):
            return None
        last = self.chain[-1][0]
        digits, then = read_extension(parts, at) if dashed else read_tail(parts, at, last)
        return completed(spot, last, digits, dashed, then, self.dialing)

    def _dashed(self, spot: Spot) -> Outcome | None:
        """A hyphen with nothing before it: the Durchwahl of the last main number."""
        digits, then = read_extension(spot.parts, spot.at)
        if not self._trusts and not (
            spot.parts[spot.at].tight and stands_free(spot.signs, spot.parts, spot.at, then)
        ) and not is_column(spot.signs, spot.parts, spot.at, then):  # fmt: skip
            return None
        stem = self._stem(digits)
        if stem is None:
            wanting = self._trusts or self.dialing.lost
            return whole_local(spot, digits, then) or (spot.problem("phone_no_main", then) if wanting else None)
        if then < len(spot.parts) and spot.parts[then].sep == "" and len(spot.parts[then].digits) == 4:
            own = (self.before.extension if self.before else None) == spot.parts[then].digits  # `-2345, Fax -44 2345`
            digits, then = digits + spot.parts[then].digits, then + 1
            if not own:
                return spot.problem("phone_unknown", then)
        return extended(spot, stem, digits, then)

    def _stem(self, digits: str) -> str | None:
        """The main number of a Durchwahl: that of the number before, unless it shows none and a fax follows it."""
        before, label = self.before, self.label
        plain = before is not None and before.area is not None and before.extension is None
        if plain and label.kinds and not label.extension:
            return grouped_stem(digits, self.dialing)  # "Tel. 558830, Fax -39": any other stem is another number's
        return self.dialing.stem_of(self._kinds) or self.dialing.shared or grouped_stem(digits, self.dialing)

    def _bare(self, spot: Spot) -> Outcome | None:
        """Digits without area code: a Durchwahl, a local number, or nothing."""
        if self.label.begun:
            return local(spot, replace(self.dialing, announced=self.label.begun))
        certain = self._trusts or fills_column(spot.signs, spot.parts)
        if known := under_same_main(spot, self.dialing, certain):
            return known
        if has_hyphen(spot.parts, spot.at):
            trusted = self._trusts or (self.dialing.announced is not None and fills_line(spot.signs, spot.parts))
            return local(spot, self.dialing) if trusted else None
        if not self._trusts:
            return None
        digits, then = read_extension(spot.parts, spot.at)
        alone = then == len(spot.parts) or "/" in spot.parts[then].sep
        in_pairs = then - spot.at > 2  # `2 09 31`: who writes pairs writes a whole local number
        if in_pairs and not self.label.extension:
            alone = False
        stem = stem_for(spot, digits, self.dialing, self.label, self.labelled) if alone else None
        if not self.label.says_phone and is_of_remark(spot.signs[: spot.parts[0].start], stem is not None):
            return None
        if stem and in_pairs and is_overlong(stem, digits):
            return local(spot, self.dialing) if self.dialing.announced else spot.problem("phone_unknown", then)
        if stem:
            return extended(spot, stem, digits, then)
        if self.label.extension and len(digits) <= 6:
            return spot.problem("phone_no_main", then)
        return local(spot, self.dialing)


def count_digits(parts: Parts) -> int:
    """How many digits the groups have."""
    return sum(len(part.digits) for part in parts)
