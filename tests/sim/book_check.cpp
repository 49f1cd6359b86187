// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/book_check.h"

namespace soak
{

namespace
{

std::string sideDefect(const Book& book, BookSide side, BookBucket centre)
{
    Lots sum = 0;
    for (BookBucket bucket = centre - Book::kLiveRange; bucket <= centre + Book::kLiveRange;
         ++bucket) {
        const Lots lots = book.lotsAt(side, bucket);
        if (lots < 0) {
            return "negative lots at " + std::to_string(bucket);
        }
        if (lots > 0 && isBetter(side, bucket, book.best(side))) {
            return "lots better than the best at " + std::to_string(bucket);
        }
        sum += lots;
    }
    if (sum != book.total(side)) {
        return "a total of " + std::to_string(book.total(side)) + " for lots of " +
               std::to_string(sum);
    }
    if (sum > 0 && book.lotsAt(side, book.best(side)) == 0) {
        return "no lots at the best";
    }
    return book.ahead(side) < 0 || book.ahead(side) > sum ? "more ahead than there are" : "";
}

} // namespace

std::string unsoundnessOf(const Book& book, PriceUnits efficientPrice)
{
    for (const BookSide side : kBookSides) {
        const std::string defect = sideDefect(book, side, bucketOf(efficientPrice));
        if (!defect.empty()) {
            return defect;
        }
    }
    const bool hasBoth = !book.isEmpty(BookSide::Bid) && !book.isEmpty(BookSide::Ask);
    return hasBoth && book.best(BookSide::Bid) >= book.best(BookSide::Ask) ? "crossed" : "";
}

} // namespace soak
