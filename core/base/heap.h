// SPDX-License-Identifier: GPL-3.0-or-later
// Memory of a program that has to be there at once: in few large pieces instead of thousands of
// small pages, each of which costs a turn into the kernel when it is first written. Only address
// space is taken ahead: what nobody writes costs no memory. Where the C library or the kernel knows
// no such thing nothing happens.
#pragma once

namespace soak
{

// For main(), before anything else is made: from then on the heap of each thread grows by much.
void prepareHeap();

// The same for the heap of the thread that calls it, once; nothing without prepareHeap().
void prepareThreadHeap();

} // namespace soak
