# SPDX-License-Identifier: GPL-3.0-or-later
"""A PNG as another program sees it: header, resolution and pixels, by the standard (ISO 15948) alone."""
import struct
import zlib

CHANNELS = {0: 1, 2: 3, 4: 2, 6: 4}


class Png:
    def __init__(self, data):
        assert data[:8] == b"\x89PNG\r\n\x1a\n", "no PNG"
        self.dots_per_metre = None
        packed = b""
        at = 8
        while at < len(data):
            (length,) = struct.unpack(">I", data[at:at + 4])
            kind, body = data[at + 4:at + 8], data[at + 8:at + 8 + length]
            (check,) = struct.unpack(">I", data[at + 8 + length:at + 12 + length])
            assert check == zlib.crc32(kind + body), f"{kind}: bad checksum"
            if kind == b"IHDR":
                self.width, self.height, depth, colour, *_ = struct.unpack(">IIBBBBB", body)
                assert depth == 8 and colour in CHANNELS, (depth, colour)
                self.channels = CHANNELS[colour]
            elif kind == b"pHYs":
                x, y, unit = struct.unpack(">IIB", body)
                assert x == y and unit == 1, (x, y, unit)
                self.dots_per_metre = x
            elif kind == b"IDAT":
                packed += body
            at += 12 + length
        self.rows = self._unfiltered(zlib.decompress(packed))

    @property
    def dpi(self):
        return None if self.dots_per_metre is None else round(self.dots_per_metre * 0.0254)

    def _unfiltered(self, raw):
        stride = self.width * self.channels
        step = self.channels
        before = bytearray(stride)
        rows = []
        for y in range(self.height):
            kind = raw[y * (stride + 1)]
            row = bytearray(raw[y * (stride + 1) + 1:(y + 1) * (stride + 1)])
            if kind == 1:
                for i in range(step, stride):
                    row[i] = (row[i] + row[i - step]) & 255
            elif kind == 2:
                row = bytearray((a + b) & 255 for a, b in zip(row, before))
            elif kind == 3:
                for i in range(stride):
                    left = row[i - step] if i >= step else 0
                    row[i] = (row[i] + (left + before[i]) // 2) & 255
            elif kind == 4:
                for i in range(stride):
                    a = row[i - step] if i >= step else 0
                    c = before[i - step] if i >= step else 0
                    b = before[i]
                    p = a + b - c
                    pa, pb, pc = abs(p - a), abs(p - b), abs(p - c)
                    row[i] = (row[i] + (a if pa <= pb and pa <= pc else b if pb <= pc else c)) & 255
            rows.append(row)
            before = row
        return rows

    def ink(self):
        """The share of pixels that differ clearly from the most frequent colour."""
        step = self.channels
        counts = {}
        for row in self.rows:
            for x in range(0, len(row), step):
                pixel = bytes(row[x:x + step])
                counts[pixel] = counts.get(pixel, 0) + 1
        ground = max(counts, key=counts.get)
        near = sum(count for pixel, count in counts.items()
                   if max(abs(a - b) for a, b in zip(pixel, ground)) < 24)
        return 1 - near / (self.width * self.height)
