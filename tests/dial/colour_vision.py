"""How far apart two colours look: CIECAM02 as CAM02-UCS, and how they look to the colour blind.

Written from CIE 159:2004, Luo, Cui and Li (2006) and Machado, Oliveira and Fernandes (2009).
"""

from typing import Final

import numpy as np
import numpy.typing as npt

Vector = npt.NDArray[np.float64]

WHITE: Final = np.array([95.047, 100.0, 108.883])
_RGB: Final = np.array(
    [[41.24564, 35.75761, 18.04375], [21.26729, 71.51522, 7.21750], [1.93339, 11.91920, 95.03041]]
)
_CAT02: Final = np.array(
    [[0.7328, 0.4296, -0.1624], [-0.7036, 1.6975, 0.0061], [0.0030, 0.0136, 0.9834]]
)
_HPE: Final = np.array(
    [[0.38971, 0.68898, -0.07868], [-0.22981, 1.18340, 0.04641], [0.0, 0.0, 1.0]]
)
_SHARE, _SURROUND, _INDUCTION = 0.69, 1.0, 1.0
SIGHT: Final = {
    "normal": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
"""Full severity, on linear RGB."""


def distance(first: str, second: str, sight: str = "normal") -> float:
    """The distance in CAM02-UCS of two "#RRGGBB" colours as someone with that sight sees them."""
    one, other = (ucs(_seen(colour, sight)) for colour in (first, second))
    return float(np.linalg.norm(one - other))


def ucs(xyz: Vector) -> Vector:
    """(J', a', b') of an XYZ colour on a screen (L_A 64 lux / 5 pi, grey surround, average)."""
    lightness, colourfulness, hue = appearance(xyz, WHITE, 64 / np.pi / 5, 20.0)
    stretched = np.log(1 + 0.0228 * colourfulness) / 0.0228
    j = 1.7 * lightness / (1 + 0.007 * lightness)
    return np.array([j, stretched * np.cos(hue), stretched * np.sin(hue)])


def appearance(
    xyz: Vector, white: Vector, adapting: float, background: float
) -> tuple[float, float, float]:
    """Lightness J, colourfulness M and hue in radians by CIECAM02, average surround."""
    k = 1 / (5 * adapting + 1)
    fl = 0.2 * k**4 * 5 * adapting + 0.1 * (1 - k**4) ** 2 * (5 * adapting) ** (1 / 3)
    n = background / white[1]
    nbb, z = 0.725 * (1 / n) ** 0.2, 1.48 + np.sqrt(n)
    degree = _SURROUND * (1 - (1 / 3.6) * np.exp((-adapting - 42) / 92))
    gains = degree * white[1] / (_CAT02 @ white) + 1 - degree
    red, green, blue = _response(xyz, gains, fl)
    a = red - 12 * green / 11 + blue / 11
    b = (red + green - 2 * blue) / 9
    hue = float(np.arctan2(b, a))
    achromatic = (2 * red + green + blue / 20 - 0.305) * nbb
    white_r, white_g, white_b = _response(white, gains, fl)
    full = (2 * white_r + white_g + white_b / 20 - 0.305) * nbb
    lightness = 100 * (achromatic / full) ** (_SHARE * z)
    eccentricity = (np.cos(hue + 2) + 3.8) / 4
    t = (50000 / 13) * _INDUCTION * nbb * eccentricity * np.hypot(a, b)
    t /= red + green + 21 * blue / 20
    chroma = t**0.9 * np.sqrt(lightness / 100) * (1.64 - 0.29**n) ** 0.73
    return float(lightness), float(chroma * fl**0.25), hue


def _response(xyz: Vector, gains: Vector, fl: float) -> Vector:
    cones = _HPE @ np.linalg.solve(_CAT02, gains * (_CAT02 @ xyz))
    squeezed = (fl * np.abs(cones) / 100) ** 0.42
    return np.asarray(np.sign(cones) * 400 * squeezed / (squeezed + 27.13) + 0.1)


def _seen(colour: str, sight: str) -> Vector:
    channels = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return np.asarray(_RGB @ np.clip(SIGHT[sight] @ linear, 0, 1))
